using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Runtime.Tests.Data;

/// <summary>Owned rows through Entity Framework.</summary>
public sealed class ChildrenContextTests : ApiTests
{
    private ITenantContextFactory<SampleContext> Contexts => Api.Services.GetRequiredService<ITenantContextFactory<SampleContext>>();

    [Test]
    public async Task A_row_is_saved_with_its_children_and_the_endpoints_show_them()
    {
        var invoice = new Invoice { Number = "ef", Lines = { new InvoiceLine { Label = "a", Amount = 1 }, new InvoiceLine { Label = "b", Amount = 2 } } };
        await using (var north = Contexts.Create(SampleDatabase.North, SampleDatabase.NorthMember))
        {
            north.Add(invoice);
            await north.SaveChangesAsync();
        }
        var answer = await Api.GetAsync("/api/invoices/" + invoice.Id);

        Assert.That(Labels(answer), Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(answer.Json.GetProperty("lines")[0].GetProperty("createdBy").GetGuid(), Is.EqualTo(SampleDatabase.NorthMember));
        Assert.That(invoice.Lines.Select(line => (line.TenantId, line.InvoiceId)), Is.All.EqualTo((SampleDatabase.North, invoice.Id)));
    }

    [Test]
    public async Task Changed_added_and_removed_children_give_their_owner_another_version()
    {
        var created = await Api.PostAsync("/api/invoices", """{"number":"versions","lines":[{"label":"a","amount":1},{"label":"b","amount":2}]}""");
        foreach (var (change, labels) in new (Action<Invoice>, string[])[]
        {
            (invoice => invoice.Lines[0].Label = "c", ["b", "c"]),
            (invoice => invoice.Lines.Add(new() { Label = "d", Amount = 4 }), ["b", "c", "d"]),
            (invoice => invoice.Lines.RemoveAll(line => line.Label == "b"), ["c", "d"]),
        })
        {
            var before = await Api.GetAsync("/api/invoices/" + created.Id);
            await using var north = Contexts.Create(SampleDatabase.North);
            var invoice = await north.Invoices.Include(one => one.Lines).SingleAsync(one => one.Id == new Guid(created.Id));
            change(invoice);
            await north.SaveChangesAsync();
            var after = await Api.GetAsync("/api/invoices/" + created.Id);

            Assert.That(Labels(after), Is.EquivalentTo(labels));
            Assert.That(after.Tag, Is.Not.EqualTo(before.Tag).And.EqualTo($"\"{invoice.Version:x8}\""));
        }
    }

    [Test]
    public async Task Children_of_a_tenant_are_seen_by_no_other()
    {
        await Api.PostAsync("/api/invoices", """{"number":"n","lines":[{"label":"north","amount":1}]}""");
        await using var south = Contexts.Create(SampleDatabase.South);

        Assert.That(await south.Set<InvoiceLine>().CountAsync(line => line.Label == "north"), Is.Zero);
    }

    [Test]
    public async Task Links_are_saved_and_loaded_within_the_tenant()
    {
        var created = await Api.PostAsync("/api/invoices", """{"number":"linked"}""");
        await using (var north = Contexts.Create(SampleDatabase.North))
        {
            var invoice = await north.Invoices.SingleAsync(one => one.Id == new Guid(created.Id));
            invoice.Reviewers.Add(await north.Clinicians.SingleAsync(one => one.Id == SampleDatabase.NorthMember));
            await north.SaveChangesAsync();
        }
        await using var again = Contexts.Create(SampleDatabase.North);
        var loaded = await again.Invoices.Include(one => one.Reviewers).SingleAsync(one => one.Id == new Guid(created.Id));
        var listed = await Api.GetAsync($"/api/invoices/{created.Id}/reviewers");

        Assert.That(loaded.Reviewers.Select(reviewer => reviewer.Name), Is.EqualTo(new[] { "Nora" }));
        Assert.That(listed.Names, Is.EqualTo(new[] { "Nora" }));

        loaded.Reviewers.Clear();
        await again.SaveChangesAsync();
        Assert.That((await Api.GetAsync($"/api/invoices/{created.Id}/reviewers")).Names, Is.Empty);
    }

    private static IEnumerable<string?> Labels(ApiAnswer invoice) => invoice.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("label").GetString());
}
