using System.Net;
using System.Text.Json;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class CrudTests : ApiTests
{
    private const string EveryKind = """
        "phone":"+49 30 123456","status":"ängstlich","address":{"street":"Übergasse 1","city":"Köln"},"balance":-12.5,"visits":3,"points":9223372036854775807,
        "insured":true,"wakesAt":"06:30:00","seenAt":"2026-01-31T10:30:00.123456+01:00","sessionLength":"P1DT2H3M4.5S","external":"0198c6e0-0000-7000-8000-00000000000a",
        "email":"zoë@klinik.example","website":"https://klinik.example/a?b=c","notes":{"a":[1,2.50,"ü<&>"]},"photo":"AQIDBA==","code":"ABC"
        """;

    [Test]
    public async Task A_row_with_a_field_of_every_kind_comes_back_as_it_was_written()
    {
        var created = await NewPatientAsync(EveryKind);
        var read = await Api.GetAsync("/api/patients/" + created.Id);
        var row = read.Json;

        Assert.Multiple(() =>
        {
            Assert.That(read.Body, Is.EqualTo(created.Body));
            Assert.That(row.GetProperty("phone").GetString(), Is.EqualTo("+49 30 123456"));
            Assert.That(row.GetProperty("status").GetString(), Is.EqualTo("ängstlich"));
            Assert.That(row.GetProperty("address").GetRawText(), Is.EqualTo("""{"street":"Übergasse 1","postcode":null,"city":"Köln"}"""));
            Assert.That(row.GetProperty("balance").GetRawText(), Is.EqualTo("-12.50"));
            Assert.That(row.GetProperty("visits").GetRawText(), Is.EqualTo("3"));
            Assert.That(row.GetProperty("points").GetRawText(), Is.EqualTo("9223372036854775807"));
            Assert.That(row.GetProperty("insured").ValueKind, Is.EqualTo(JsonValueKind.True));
            Assert.That(row.GetProperty("wakesAt").GetString(), Is.EqualTo("06:30:00"));
            Assert.That(row.GetProperty("seenAt").GetString(), Is.EqualTo("2026-01-31T09:30:00.123456Z"));
            Assert.That(row.GetProperty("sessionLength").GetString(), Is.EqualTo("P1DT2H3M4.5S"));
            Assert.That(row.GetProperty("external").GetString(), Is.EqualTo("0198c6e0-0000-7000-8000-00000000000a"));
            Assert.That(row.GetProperty("email").GetString(), Is.EqualTo("zoë@klinik.example"));
            Assert.That(row.GetProperty("website").GetString(), Is.EqualTo("https://klinik.example/a?b=c"));
            Assert.That(row.GetProperty("notes").GetRawText(), Is.EqualTo("""{"a": [1, 2.50, "ü<&>"]}"""));
            Assert.That(row.GetProperty("photo").GetString(), Is.EqualTo("AQIDBA=="));
            Assert.That(row.GetProperty("code").GetString(), Is.EqualTo("ABC"));
            Assert.That(row.GetProperty("createdBy").GetGuid(), Is.EqualTo(SampleDatabase.NorthMember));
            Assert.That(row.GetProperty("createdAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
        });
    }

    [Test]
    public async Task A_create_answers_201_with_the_place_and_the_tag_of_the_row()
    {
        var created = await NewPatientAsync();

        Assert.Multiple(() =>
        {
            Assert.That(created.Headers.Location?.ToString(), Is.EqualTo("/api/patients/" + created.Id));
            Assert.That(created.Tag, Is.EqualTo($"\"{created.Json.GetProperty("version").GetString()}\""));
            Assert.That(created.ContentType, Is.EqualTo("application/json"));
            Assert.That(created.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(new Guid(created.Id).Version, Is.EqualTo(7));
        });
    }

    [Test]
    public async Task Defaults_fill_what_a_create_leaves_out()
    {
        var row = (await NewPatientAsync()).Json;

        Assert.Multiple(() =>
        {
            Assert.That(row.GetProperty("status").GetString(), Is.EqualTo("active"));
            Assert.That(row.GetProperty("balance").GetRawText(), Is.EqualTo("0.00"));
            Assert.That(row.GetProperty("address").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(row.GetProperty("phone").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task A_patch_changes_what_it_gives_and_nothing_else()
    {
        var created = await NewPatientAsync(EveryKind);

        var patched = await Api.PatchAsync("/api/patients/" + created.Id, """{"visits":4,"email":null,"address":{"postcode":"50667"}}""", created.Tag);
        var row = patched.Json;

        Assert.Multiple(() =>
        {
            Assert.That(patched.Status, Is.EqualTo(HttpStatusCode.OK), patched.Body);
            Assert.That(patched.Tag, Is.Not.EqualTo(created.Tag));
            Assert.That(row.GetProperty("visits").GetInt32(), Is.EqualTo(4));
            Assert.That(row.GetProperty("email").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(row.GetProperty("address").GetRawText(), Is.EqualTo("""{"street":"Übergasse 1","postcode":"50667","city":"Köln"}"""));
            Assert.That(row.GetProperty("updatedAt").GetDateTimeOffset(), Is.GreaterThan(created.Json.GetProperty("updatedAt").GetDateTimeOffset()));
            foreach (var same in new[] { "name", "phone", "status", "balance", "points", "seenAt", "sessionLength", "notes", "photo", "createdAt", "createdBy" })
            {
                Assert.That(row.GetProperty(same).GetRawText(), Is.EqualTo(created.Json.GetProperty(same).GetRawText()), same);
            }
        });
    }

    [Test]
    public async Task A_patch_with_null_takes_a_value_away_and_one_with_an_object_brings_it_back()
    {
        var created = await NewPatientAsync("\"address\":{\"street\":\"a\"}");

        var without = await Api.PatchAsync("/api/patients/" + created.Id, """{"address":null}""", created.Tag);
        var again = await Api.PatchAsync("/api/patients/" + created.Id, """{"address":{"street":"b","city":"c"}}""", without.Tag);

        Assert.Multiple(() =>
        {
            Assert.That(without.Json.GetProperty("address").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(again.Json.GetProperty("address").GetRawText(), Is.EqualTo("""{"street":"b","postcode":null,"city":"c"}"""));
        });
    }

    [Test]
    public async Task A_patch_that_leaves_a_value_without_what_it_must_have_is_refused()
    {
        var created = await NewPatientAsync();

        var answer = await Api.PatchAsync("/api/patients/" + created.Id, """{"address":{"city":"c"}}""", created.Tag);

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/address incomplete" })));
    }

    [Test]
    public async Task An_empty_patch_is_a_write_that_changes_the_version()
    {
        var created = await NewPatientAsync();

        var patched = await Api.PatchAsync("/api/patients/" + created.Id, "{}", created.Tag);

        Assert.That((patched.Status, patched.Tag), Is.Not.EqualTo((HttpStatusCode.OK, created.Tag)));
    }

    [Test]
    public async Task A_deleted_row_is_gone()
    {
        var created = await NewPatientAsync();

        var deleted = await Api.DeleteAsync("/api/patients/" + created.Id, created.Tag);
        var read = await Api.GetAsync("/api/patients/" + created.Id);

        Assert.That((deleted.Status, deleted.Body, read.Status), Is.EqualTo((HttpStatusCode.NoContent, "", HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task A_row_that_others_refer_to_is_not_deleted()
    {
        var clinician = await Api.PostAsync("/api/clinicians", """{"name":"Needed","email":"needed@north.example"}""");
        await NewPatientAsync($"\"physician\":\"{clinician.Id}\"");

        var answer = await Api.DeleteAsync("/api/clinicians/" + clinician.Id, clinician.Tag);

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.Conflict, "referenced")));
    }

    [Test]
    public async Task The_tenant_entity_is_read_and_changed_and_has_no_create_and_no_delete()
    {
        var path = "/api/practices/" + SampleDatabase.North;
        var read = await Api.GetAsync(path);
        var patched = await Api.PatchAsync(path, """{"seat":{"city":"Kiel"}}""", read.Tag);
        var created = await Api.PostAsync("/api/practices", "{}");
        var deleted = await Api.DeleteAsync(path, patched.Tag);

        Assert.Multiple(() =>
        {
            Assert.That(patched.Json.GetProperty("seat").GetRawText(), Is.EqualTo("""{"street":"Main Street 1","postcode":null,"city":"Kiel"}"""));
            Assert.That((created.Status, created.Problem), Is.EqualTo((HttpStatusCode.MethodNotAllowed, "methodNotAllowed")));
            Assert.That(deleted.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        });
    }

    [Test]
    public async Task More_fields_than_one_mask_holds_are_patched_each_by_its_own_bit()
    {
        var created = await Api.PostAsync("/api/wides", """{"f0":1,"f62":2,"f63":3,"f69":4}""");

        var patched = await Api.PatchAsync("/api/wides/" + created.Id, """{"f62":null,"f63":33,"f68":5}""", created.Tag);
        var row = patched.Json;

        Assert.That(
            new[] { "f0", "f1", "f62", "f63", "f68", "f69" }.Select(name => row.GetProperty(name).GetRawText()),
            Is.EqualTo(new[] { "1", "null", "null", "33", "5", "4" }));
    }

    [Test]
    public async Task A_head_has_the_headers_of_a_get_and_no_body()
    {
        var created = await NewPatientAsync();

        var head = await Api.SendAsync(HttpMethod.Head, "/api/patients/" + created.Id, "north", null);

        Assert.That((head.Status, head.Body, head.Tag), Is.EqualTo((HttpStatusCode.OK, "", created.Tag)));
    }
}
