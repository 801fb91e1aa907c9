using System.Net;

namespace Archiet.Runtime.Tests.Data;

public sealed class PreconditionTests : ApiTests
{
    private const string Change = """{"visits":1}""";

    [TestCase("", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("\"00000000\"", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("{tag}", ExpectedResult = HttpStatusCode.NotModified)]
    [TestCase("W/{tag}", ExpectedResult = HttpStatusCode.NotModified)]
    [TestCase("\"a\", {tag}", ExpectedResult = HttpStatusCode.NotModified)]
    [TestCase("*", ExpectedResult = HttpStatusCode.NotModified)]
    public async Task<HttpStatusCode> If_none_match_spares_the_caller_what_it_has(string header)
    {
        var row = await NewPatientAsync();

        var answer = await Api.GetAsync("/api/patients/" + row.Id, ifNoneMatch: header.Replace("{tag}", row.Tag, StringComparison.Ordinal));

        Assert.That(answer.Tag, Is.EqualTo(row.Tag));
        return answer.Status;
    }

    [TestCase(null, "patch", ExpectedResult = "428 ifMatch")]
    [TestCase(null, "delete", ExpectedResult = "428 ifMatch")]
    [TestCase("*", "patch", ExpectedResult = "428 ifMatch")]
    [TestCase("*", "delete", ExpectedResult = "428 ifMatch")]
    [TestCase("\"00000001\"", "patch", ExpectedResult = "412 changed")]
    [TestCase("\"00000001\"", "delete", ExpectedResult = "412 changed")]
    [TestCase("W/{tag}", "patch", ExpectedResult = "412 changed")]
    [TestCase("\"nonsense\"", "patch", ExpectedResult = "412 changed")]
    [TestCase("{bare}", "patch", ExpectedResult = "412 changed")]
    [TestCase("{tag}, \"00000001\"", "patch", ExpectedResult = "400 ifMatch")]
    [TestCase("{tag}", "patch", ExpectedResult = "200")]
    [TestCase("\"other\", {tag}", "patch", ExpectedResult = "200")]
    [TestCase("{tag}", "delete", ExpectedResult = "204")]
    public async Task<string> A_write_needs_the_version_that_it_is_for(string? header, string verb)
    {
        var row = await NewPatientAsync();
        var match = header?.Replace("{tag}", row.Tag, StringComparison.Ordinal).Replace("{bare}", row.Tag!.Trim('"'), StringComparison.Ordinal);

        var answer = verb == "patch" ? await Api.PatchAsync("/api/patients/" + row.Id, Change, match) : await Api.DeleteAsync("/api/patients/" + row.Id, match);

        return answer.Status >= HttpStatusCode.BadRequest ? $"{(int)answer.Status} {answer.Problem}" : $"{(int)answer.Status}";
    }

    [TestCase("patch")]
    [TestCase("delete")]
    public async Task A_write_to_a_row_that_is_not_there_is_404_whatever_its_version(string verb)
    {
        var path = "/api/patients/" + Guid.CreateVersion7();

        var answer = verb == "patch" ? await Api.PatchAsync(path, Change, "\"00000001\"") : await Api.DeleteAsync(path, "\"00000001\"");

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.NotFound, "notFound")));
    }

    [Test]
    public async Task Of_two_writes_from_the_same_version_one_wins()
    {
        var row = await NewPatientAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Api.PatchAsync("/api/patients/" + row.Id, Change, row.Tag)));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed), Is.EqualTo(7));
    }
}
