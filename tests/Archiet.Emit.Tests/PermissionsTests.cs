using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>What the document and the page of permissions say of row conditions, field lists, orders, filters and soft delete.</summary>
public sealed class PermissionsTests
{
    private static readonly GenomeModel Model = Lowering.Lower(DeskGenome.Genome);
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonElement Document = JsonDocument.Parse(OpenApiDocument.Write(Model)).RootElement;

    [Test]
    public void The_document_has_every_grant_with_its_rows_and_fields()
    {
        var cases = Document.GetProperty("x-archiet-permissions").GetProperty("agent").GetProperty("Case");

        Assert.That(Compact(cases), Is.EqualTo(
            """
            [{"operations":["list","read","update"],"capability":"workOnCases","where":"this.assignee == user",
            "see":["title","state","opened","priority","customer","assignee","changedAt"],"set":["title","state","priority"]},
            {"operations":["list","read"],"capability":"followCases","where":"this.customer.manager == user || this.state == 'closed'","see":["title","state"],"set":[]}]
            """.ReplaceLineEndings("")));
        Assert.That(
            Compact(Document.GetProperty("x-archiet-permissions").GetProperty("head").GetProperty("Case")),
            Is.EqualTo("""[{"operations":["list","read","create","update","delete","restore"]}]"""));
    }

    [Test]
    public void A_list_has_a_parameter_for_each_order_and_filter()
    {
        var list = Document.GetProperty("paths").GetProperty("/api/cases").GetProperty("get");
        var names = list.GetProperty("parameters").EnumerateArray().Where(parameter => parameter.TryGetProperty("name", out _)).ToDictionary(
            parameter => parameter.GetProperty("name").GetString()!, parameter => Compact(parameter.GetProperty("schema")));

        Assert.Multiple(() =>
        {
            Assert.That(names.Keys, Is.EqualTo(new[] { "sort", "state", "priority", "priority.min", "priority.max", "assignee" }));
            Assert.That(names["sort"], Is.EqualTo("""{"type":"string","enum":["opened","-opened","priority","-priority"]}"""));
            Assert.That(names["state"], Is.EqualTo("""{"type":"array","maxItems":100,"items":{"$ref":"#/components/schemas/CaseState"}}"""));
            Assert.That(names["priority.min"], Is.EqualTo("""{"type":"integer","format":"int32"}"""));
            Assert.That(list.GetProperty("summary").GetString(), Is.EqualTo("Lists the cases, by -opened, title unless asked otherwise."));
        });
    }

    [Test]
    public void What_some_do_not_see_is_not_promised()
    {
        var schema = Document.GetProperty("components").GetProperty("schemas").GetProperty("Case");

        Assert.Multiple(() =>
        {
            Assert.That(Compact(schema.GetProperty("required")), Is.EqualTo("""["id","version","title","state"]"""));
            Assert.That(Compact(schema.GetProperty("properties").GetProperty("opened").GetProperty("x-archiet-hidden")), Is.EqualTo("""["agent","guest"]"""));
            Assert.That(schema.GetProperty("properties").GetProperty("title").TryGetProperty("x-archiet-hidden", out _), Is.False);
        });
    }

    [Test]
    public void What_a_delete_marks_can_be_restored()
    {
        var restore = Document.GetProperty("paths").GetProperty("/api/cases/{id}/restore").GetProperty("post");

        Assert.That((restore.GetProperty("operationId").GetString(), Compact(restore.GetProperty("x-archiet-roles"))), Is.EqualTo(("restoreCase", """["head"]""")));
    }

    [Test]
    public void The_page_says_the_same_for_people() => Assert.That(
        Encoding.UTF8.GetString(PermissionsDocument.Write(Model.App)),
        Does.Contain("""
            ## Case

            | role | list | read | create | update | delete | restore |
            | --- | --- | --- | --- | --- | --- | --- |
            | head | yes | yes | yes | yes | yes | yes |
            | agent | 1 or 2 | 1 or 2 |  | 1 |  |  |
            | guest | 2 | 2 |  |  |  |  |

            1. Rows where `this.assignee == user` (workOnCases); sees title, state, opened, priority, customer, assignee, changedAt; sets title, state, priority.
            2. Rows where `this.customer.manager == user || this.state == 'closed'` (followCases); sees title, state.
            """.ReplaceLineEndings("\n")).And.StartWith("# Permissions of Desk\n"));

    [Test]
    public void Code_that_sees_more_than_one_tenant_is_a_permission_too()
    {
        var app = Model.App with { CrossTenant = EquatableArray.Of(new CrossTenantModel("bill", "Billing.CountAll", EquatableArray.Of("head", "agent"))) };

        Assert.That(Encoding.UTF8.GetString(PermissionsDocument.Write(app)), Does.EndWith("""

            ## Code that sees more than one tenant

            | capability | code | roles |
            | --- | --- | --- |
            | bill | `Billing.CountAll` | head, agent |

            """.ReplaceLineEndings("\n")));
        Assert.That(AppEmitter.Emit(app, AppExamples.Of(Model.Entities)).Text, Does.Contain("#nullable enable\n\n[assembly: global::Archiet.CrossTenantCapability(\"bill\", \"Billing.CountAll\")]\n\nnamespace"));
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json, Relaxed);
}
