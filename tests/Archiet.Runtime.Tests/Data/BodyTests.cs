using System.Net;
using System.Text;

namespace Archiet.Runtime.Tests.Data;

public sealed class BodyTests : ApiTests
{
    private const string Valid = """ "name":"x","dateOfBirth":"2000-01-01" """;

    [TestCase("""{}""", "/name required", "/dateOfBirth required")]
    [TestCase("""{"name":null,"dateOfBirth":null}""", "/name required", "/dateOfBirth required")]
    [TestCase("""[]""", " type")]
    [TestCase("""null""", " type")]
    [TestCase("""{"name":"","dateOfBirth":"2000-01-01"}""", "/name length")]
    [TestCase("""{"name":7,"dateOfBirth":20000101}""", "/name type", "/dateOfBirth type")]
    [TestCase("""{"name":"x","dateOfBirth":"2000-01-01","name":"y"}""", "/name duplicate")]
    [TestCase("""{"name":"x","\u006eame":"y","dateOfBirth":"2000-01-01"}""", "/name duplicate")]
    [TestCase("""{"name":"x","dateOfBirth":"2000-1-01"}""", "/dateOfBirth format")]
    [TestCase("""{"name":"x","dateOfBirth":"2000-02-30"}""", "/dateOfBirth format")]
    [TestCase("""{"name":"x","dateOfBirth":"2000-01-01T00:00:00Z"}""", "/dateOfBirth format")]
    [TestCase("""{"name":"x","dateOfBirth":"1899-12-31"}""", "/dateOfBirth range")]
    [TestCase("""{"name":"x","dateOfBirth":"2999-12-31"}""", "/dateOfBirth bornInThePast")]
    [TestCase("""{"name":"a\u0000b","dateOfBirth":"2000-01-01"}""", "/name text")]
    [TestCase("""{"name":"a\ud800b","dateOfBirth":"2000-01-01"}""", "/name text")]
    [TestCase("""{"name":"\udc00\ud800","dateOfBirth":"2000-01-01"}""", "/name text")]
    public Task What_is_wrong_is_named_all_at_once(string body, params string[] findings) => AssertRefusedAsync(body, findings);

    [TestCase(""" "x/y~z":{"deep":[1,{"more":2}]} """, "/x~1y~0z unknown")]
    [TestCase(""" "\ud800":1 """, " text")]
    [TestCase(""" "id":"0198c6e0-0000-7000-8000-00000000000a" """, "/id unknown")]
    [TestCase(""" "tenantId":"0198c6e0-0000-7000-8000-00000000000a" """, "/tenantId unknown")]
    [TestCase(""" "version":"00000001" """, "/version unknown")]
    [TestCase(""" "createdAt":"2026-01-01T00:00:00Z" """, "/createdAt notSettable")]
    [TestCase(""" "createdBy":null,"updatedAt":{} """, "/createdBy notSettable", "/updatedAt notSettable")]
    [TestCase(""" "phone":"abc" """, "/phone pattern")]
    [TestCase(""" "phone":"+49 30 123456\n" """, "/phone pattern")]
    [TestCase(""" "status":"gone" """, "/status choice")]
    [TestCase(""" "status":"Active" """, "/status choice")]
    [TestCase(""" "status":"active, inactive" """, "/status choice")]
    [TestCase(""" "status":1 """, "/status type")]
    [TestCase(""" "status":null """, "/status required")]
    [TestCase(""" "status":"\ud800" """, "/status choice")]
    [TestCase(""" "address":{} """, "/address/street required")]
    [TestCase(""" "address":{"city":"c"} """, "/address/street required")]
    [TestCase(""" "address":{"street":null} """, "/address/street required")]
    [TestCase(""" "address":{"street":"a","street":"b"} """, "/address/street duplicate")]
    [TestCase(""" "address":{"street":"a","planet":"b"} """, "/address/planet unknown")]
    [TestCase(""" "address":{"street":"a"},"address":{"street":"b"} """, "/address duplicate")]
    [TestCase(""" "address":"Main Street" """, "/address type")]
    [TestCase(""" "address":{"street":"123456789012345678901"} """, "/address/street length")]
    [TestCase(""" "balance":"1" """, "/balance type")]
    [TestCase(""" "balance":1.239 """, "/balance precision")]
    [TestCase(""" "balance":12345678901 """, "/balance precision")]
    [TestCase(""" "balance":1.00000000000000000000000000000000001 """, "/balance precision")]
    [TestCase(""" "balance":1e400 """, "/balance precision")]
    [TestCase(""" "balance":1e-400 """, "/balance precision")]
    [TestCase(""" "balance":-1000.01 """, "/balance range")]
    [TestCase(""" "balance":1000000.51 """, "/balance range")]
    [TestCase(""" "visits":1.5 """, "/visits range")]
    [TestCase(""" "visits":2147483648 """, "/visits range")]
    [TestCase(""" "visits":-1 """, "/visits range")]
    [TestCase(""" "visits":true """, "/visits type")]
    [TestCase(""" "points":9223372036854775808 """, "/points range")]
    [TestCase(""" "points":1e400 """, "/points range")]
    [TestCase(""" "insured":"true" """, "/insured type")]
    [TestCase(""" "wakesAt":"6:30" """, "/wakesAt format")]
    [TestCase(""" "wakesAt":"24:00:00" """, "/wakesAt format")]
    [TestCase(""" "seenAt":"2026-01-31" """, "/seenAt format")]
    [TestCase(""" "seenAt":"2026-01-31T10:30:00" """, "/seenAt format")]
    [TestCase(""" "seenAt":"2026-02-30T10:30:00Z" """, "/seenAt format")]
    [TestCase(""" "seenAt":"0001-01-01T00:00:00+14:00" """, "/seenAt format")]
    [TestCase(""" "sessionLength":"P1Y" """, "/sessionLength format")]
    [TestCase(""" "sessionLength":"1:00" """, "/sessionLength format")]
    [TestCase(""" "external":"{0198c6e0-0000-7000-8000-00000000000a}" """, "/external format")]
    [TestCase(""" "email":"a b@c.example" """, "/email format")]
    [TestCase(""" "email":"@c" """, "/email format")]
    [TestCase(""" "website":"javascript:alert(1)" """, "/website format")]
    [TestCase(""" "website":"//host/path" """, "/website format")]
    [TestCase(""" "notes":{"a":"\u0000"} """, "/notes json")]
    [TestCase(""" "notes":{"\ud800":1} """, "/notes json")]
    [TestCase(""" "notes":[1e100000] """, "/notes json")]
    [TestCase(""" "photo":"AQIDBA" """, "/photo format")]
    [TestCase(""" "photo":"AQIDBAUGBwgJCgsMDQ4PEBE=" """, "/photo length")]
    [TestCase(""" "code":"ABCD" """, "/code pattern")]
    [TestCase(""" "code":"ABC\n" """, "/code pattern")]
    [TestCase(""" "physician":"0198c6e0-0000-7000-8000-00000000000a" """, "/physician reference")]
    public Task A_member_beside_valid_ones_is_refused(string member, params string[] findings) => AssertRefusedAsync("{" + Valid + "," + member + "}", findings);

    [TestCase("visits", "5.0", "5")]
    [TestCase("visits", "1e2", "100")]
    [TestCase("visits", "2.5E1", "25")]
    [TestCase("points", "-9223372036854775808.0", "-9223372036854775808")]
    [TestCase("points", "9.223372036854775807e18", "9223372036854775807")]
    public async Task Whole_numbers_count_however_they_are_written(string field, string written, string kept)
    {
        var answer = await Api.PostAsync("/api/patients", $$"""{"name":"{{field}} {{written}}","dateOfBirth":"2000-01-01","{{field}}":{{written}}}""");

        Assert.That((answer.Status, answer.Json.GetProperty(field).GetRawText()), Is.EqualTo((HttpStatusCode.Created, kept)));
    }

    [TestCase("visits", "2147483648.0")]
    [TestCase("visits", "1e10")]
    [TestCase("visits", "5.01")]
    [TestCase("points", "9223372036854775808.0")]
    [TestCase("points", "1.00000000000000000000000000000000000001")]
    public Task What_is_no_whole_number_is_refused_however_it_is_written(string field, string written) =>
        AssertRefusedAsync("{" + Valid + $",\"{field}\":{written}" + "}", [$"/{field} range"]);

    [Test]
    public async Task Length_is_counted_in_code_points()
    {
        var fits = await Api.PostAsync("/api/patients", PatientBody(string.Concat(Enumerable.Repeat("😀", 40))));
        var tooLong = await Api.PostAsync("/api/patients", PatientBody(string.Concat(Enumerable.Repeat("😀", 41))));

        Assert.That((fits.Status, tooLong.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity)));
    }

    [TestCase("""{"name":\n nope}""", 2, 3)]
    [TestCase("{", 1, 2)]
    [TestCase("\ufeff{}", 1, 1)]
    [TestCase("{\"name\":'x'}", 1, 9)]
    [TestCase("{\"name\":\"x\",}", 1, 13)]
    [TestCase("{/**/}", 1, 2)]
    [TestCase("{\"balance\":NaN}", 1, 12)]
    [TestCase("{\"balance\":01}", 1, 13)]
    public async Task What_is_no_json_is_400_with_its_place(string body, int line, int at)
    {
        var answer = await Api.PostAsync("/api/patients", body.Replace("\\n", "\n", StringComparison.Ordinal));

        Assert.That((answer.Status, answer.Problem, answer.Json.GetProperty("title").GetString()), Is.EqualTo(
            (HttpStatusCode.BadRequest, "malformed", $"The body is not JSON at line {line}, byte {at}.")));
    }

    [Test]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        using var body = new ByteArrayContent([.. "{\"name\":\""u8, 0xff, 0xfe, .. "\",\"dateOfBirth\":\"2000-01-01\"}"u8]) { Headers = { { "Content-Type", "application/json" } } };

        var answer = await Api.SendAsync(HttpMethod.Post, "/api/patients", "north", body);

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/name text" })));
    }

    [Test]
    public async Task Bytes_that_are_no_utf8_are_no_date()
    {
        using var body = new ByteArrayContent([.. "{\"name\":\"x\",\"dateOfBirth\":\""u8, 0xed, 0xa0, 0x80, .. "\"}"u8]) { Headers = { { "Content-Type", "application/json" } } };

        var answer = await Api.SendAsync(HttpMethod.Post, "/api/patients", "north", body);

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/dateOfBirth format" })));
    }

    [TestCase("", "The body is empty.")]
    [TestCase("{} {}", "The body goes on behind its JSON at line 1, byte 4.")]
    [TestCase("{}]", "The body goes on behind its JSON at line 1, byte 3.")]
    [TestCase("7 8", "The body goes on behind its JSON at line 1, byte 3.")]
    public async Task A_body_that_is_nothing_or_more_than_one_says_so(string body, string title)
    {
        var answer = await Api.PostAsync("/api/patients", body);

        Assert.That((answer.Status, answer.Problem, answer.Json.GetProperty("title").GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "malformed", title)));
    }

    [TestCase("""{"notes":{0}}""", 100_000)]
    [TestCase("""{"unknown":{0}}""", 100_000)]
    [TestCase("""{"notes":{0}}""", 32)]
    public async Task Deep_nesting_is_400_and_says_the_limit(string body, int depth)
    {
        var nested = new string('[', depth) + new string(']', depth);

        var answer = await Api.PostAsync("/api/patients", body.Replace("{0}", nested, StringComparison.Ordinal));

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "malformed")));
        Assert.That(answer.Json.GetProperty("title").GetString(), Does.StartWith("The body has more than 32 levels at line 1, byte "));
    }

    [Test]
    public async Task The_deepest_nesting_that_is_taken_is_that_of_32_levels()
    {
        var nested = new string('[', 31) + new string(']', 31);

        var answer = await Api.PostAsync("/api/patients", PatientBody(NewName(), $"\"notes\":{nested}"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Body);
    }

    [Test]
    public async Task A_number_of_a_hundred_thousand_digits_is_a_finding()
    {
        var answer = await Api.PostAsync("/api/patients", "{" + Valid + ",\"balance\":" + new string('9', 100_000) + "}");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "/balance precision" }));
    }

    [Test]
    public async Task The_answer_to_ten_thousand_mistakes_is_not_long()
    {
        var members = string.Join(",", Enumerable.Range(0, 10_000).Select(at => $"\"u{at}\":1"));

        var answer = await Api.PostAsync("/api/patients", "{" + members + "}");

        Assert.That((answer.Status, answer.Findings.Length), Is.EqualTo((HttpStatusCode.UnprocessableEntity, 100)));
    }

    [Test]
    public async Task A_body_larger_than_the_limit_is_413()
    {
        var large = "{" + Valid + ",\"notes\":\"" + new string('x', 2 * 1024 * 1024) + "\"}";
        var counted = await Api.PostAsync("/api/patients", large);
        var chunked = await Api.SendAsync(HttpMethod.Post, "/api/patients", "north", ApiHost.Json(large), request => request.Headers.TransferEncodingChunked = true);

        Assert.Multiple(() =>
        {
            Assert.That((counted.Status, counted.Problem), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "tooLarge")));
            Assert.That(counted.Json.GetProperty("title").GetString(), Is.EqualTo("The body has more than 1048576 bytes."));
            Assert.That((chunked.Status, chunked.Problem), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "tooLarge")));
        });
    }

    [Test]
    public async Task A_body_of_many_chunks_and_just_within_the_limit_is_taken()
    {
        var name = NewName();
        var body = PatientBody(name, "\"notes\":\"" + new string('x', 1_000_000) + "\"");
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body)), 7) { Headers = { { "Content-Type", "application/json" } } };

        var answer = await Api.SendAsync(HttpMethod.Post, "/api/patients", "north", content, request => request.Headers.TransferEncodingChunked = true);

        Assert.That((answer.Status, answer.Json.GetProperty("notes").GetString()!.Length), Is.EqualTo((HttpStatusCode.Created, 1_000_000)));
    }

    [TestCase("POST", "application/json; charset=utf-8", ExpectedResult = "201")]
    [TestCase("POST", "Application/JSON", ExpectedResult = "201")]
    [TestCase("POST", "application/json; charset=utf-16", ExpectedResult = "415 unsupportedMediaType")]
    [TestCase("POST", "application/merge-patch+json", ExpectedResult = "415 unsupportedMediaType")]
    [TestCase("POST", "application/vnd.x+json", ExpectedResult = "415 unsupportedMediaType")]
    [TestCase("POST", "text/plain", ExpectedResult = "415 unsupportedMediaType")]
    [TestCase("POST", "", ExpectedResult = "415 unsupportedMediaType")]
    [TestCase("PATCH", "application/json", ExpectedResult = "200")]
    [TestCase("PATCH", "application/json-patch+json", ExpectedResult = "415 unsupportedMediaType")]
    public async Task<string> The_type_of_a_body_is_json(string method, string type)
    {
        var row = await NewPatientAsync();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(PatientBody(NewName())));
        if (type.Length > 0)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        var answer = await Api.SendAsync(
            HttpMethod.Parse(method), method == "POST" ? "/api/patients" : "/api/patients/" + row.Id, "north", body,
            request => request.Headers.TryAddWithoutValidation("If-Match", row.Tag));

        return (int)answer.Status < 400 ? $"{(int)answer.Status}" : $"{(int)answer.Status} {answer.Problem}";
    }

    [Test]
    public async Task A_packed_body_is_415()
    {
        using var body = ApiHost.Json(PatientBody(NewName()));
        body.Headers.ContentEncoding.Add("gzip");

        var answer = await Api.SendAsync(HttpMethod.Post, "/api/patients", "north", body);

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "unsupportedMediaType")));
    }

    [Test]
    public async Task What_another_row_stands_against_is_409_at_its_fields()
    {
        var name = NewName();
        await Api.PostAsync("/api/patients", PatientBody(name));

        var answer = await Api.PostAsync("/api/patients", PatientBody(name));

        Assert.That((answer.Status, answer.Problem, answer.Findings), Is.EqualTo((HttpStatusCode.Conflict, "unique", new[] { "/name unique", "/dateOfBirth unique" })));
    }

    private async Task AssertRefusedAsync(string body, string[] findings)
    {
        var answer = await Api.PostAsync("/api/patients", body);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.Body);
        Assert.That(answer.Findings, Is.EquivalentTo(findings), answer.Body);
    }
}
