using System.Net;
using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Runtime.Tests.Data;

public sealed class HookTests : ApiTests
{
    private protected override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IBefore<Create<Patient>>, NoDebtOnArrival>();
        services.AddScoped<IBefore<Change<Patient>>, CountsVisits>();
    }

    [Test]
    public async Task A_hook_refuses_a_create()
    {
        var answer = await Api.PostAsync("/api/patients", PatientBody(NewName(), "\"balance\":-1"));

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/balance noDebt" })));
    }

    [Test]
    public async Task What_a_hook_changes_is_written()
    {
        var created = await NewPatientAsync("\"code\":\"ABC\"");

        Assert.That(created.Json.GetProperty("code").GetString(), Is.EqualTo("NEW"));
    }

    [Test]
    public async Task A_hook_of_a_change_sees_what_is_given()
    {
        var created = await NewPatientAsync();

        var refused = await Api.PatchAsync("/api/patients/" + created.Id, """{"visits":100}""", created.Tag);
        var patched = await Api.PatchAsync("/api/patients/" + created.Id, """{"points":100}""", created.Tag);

        Assert.That((refused.Findings, patched.Status), Is.EqualTo((new[] { "/visits tooMany" }, HttpStatusCode.OK)));
    }

    private sealed class NoDebtOnArrival : IBefore<Create<Patient>>
    {
        public ValueTask BeforeAsync(Create<Patient> write, CancellationToken cancel)
        {
            if (write.Entity.Balance < 0)
            {
                write.Findings.Add("/balance", "noDebt", "Nobody arrives with a debt.");
            }
            write.Entity.Code = "NEW";
            return default;
        }
    }

    private sealed class CountsVisits : IBefore<Change<Patient>>
    {
        public ValueTask BeforeAsync(Change<Patient> write, CancellationToken cancel)
        {
            if (write.Given.Has(8) && write.Values.Visits > 10 && write.Caller.Tenant == SampleDatabase.North)
            {
                write.Findings.Add<Patient>(FieldSet.Of(8), "tooMany", "That many visits?");
            }
            return default;
        }
    }
}
