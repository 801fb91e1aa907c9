using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class PermissionTests : ApiTests
{
    private static readonly string[] Verbs = ["list", "read", "create", "update", "delete"];

    [TestCase("north", "list read create update delete")]
    [TestCase("clinician", "list read update")]
    [TestCase("receptionist", "create")]
    [TestCase("roleless", "")]
    public async Task A_role_may_do_what_it_is_granted_and_nothing_else(string caller, string granted)
    {
        var row = await NewPatientAsync();
        foreach (var verb in Verbs)
        {
            var answer = await AskAsync(verb, row, caller);
            if (granted.Split(' ').Contains(verb))
            {
                Assert.That((int)answer.Status, Is.LessThan(300), verb);
            }
            else
            {
                Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.Forbidden, "forbidden")), verb);
            }
        }
    }

    [Test]
    public async Task Without_a_session_everything_is_401()
    {
        var row = await NewPatientAsync();
        foreach (var verb in Verbs)
        {
            var answer = await AskAsync(verb, row, null);
            Assert.That((answer.Status, answer.Problem, answer.ContentType), Is.EqualTo((HttpStatusCode.Unauthorized, "unauthenticated", "application/problem+json")), verb);
        }
    }

    [Test]
    public async Task Without_a_tenant_everything_is_403()
    {
        var row = await NewPatientAsync();
        foreach (var verb in Verbs)
        {
            var answer = await AskAsync(verb, row, "tenantless");
            Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.Forbidden, "noTenant")), verb);
        }
    }

    [Test]
    public async Task An_operation_that_no_role_is_granted_is_not_there()
    {
        var list = await Api.GetAsync("/api/wides");
        var deleted = await Api.DeleteAsync("/api/wides/" + Guid.CreateVersion7(), "\"00000001\"");

        Assert.That((list.Status, deleted.Status), Is.EqualTo((HttpStatusCode.MethodNotAllowed, HttpStatusCode.MethodNotAllowed)));
    }

    private Task<ApiAnswer> AskAsync(string verb, ApiAnswer row, string? caller) => verb switch
    {
        "list" => Api.GetAsync("/api/patients", caller),
        "read" => Api.GetAsync("/api/patients/" + row.Id, caller),
        "create" => Api.PostAsync("/api/patients", PatientBody(NewName()), caller),
        "update" => AskUpdateAsync(row, caller),
        _ => AskDeleteAsync(row, caller),
    };

    private async Task<ApiAnswer> AskUpdateAsync(ApiAnswer row, string? caller) =>
        await Api.PatchAsync("/api/patients/" + row.Id, """{"visits":1}""", (await Api.GetAsync("/api/patients/" + row.Id)).Tag, caller);

    private async Task<ApiAnswer> AskDeleteAsync(ApiAnswer row, string? caller) =>
        await Api.DeleteAsync("/api/patients/" + row.Id, (await Api.GetAsync("/api/patients/" + row.Id)).Tag, caller);
}
