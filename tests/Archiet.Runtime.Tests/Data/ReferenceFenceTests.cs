using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

/// <summary>What a caller who sees one clinician only, itself, learns of the others by naming them: nothing.</summary>
public sealed class ReferenceFenceTests : ApiTests
{
    private const string Trainee = "trainee", Patients = "/api/patients";

    private static readonly string Itself = SampleDatabase.NorthMember.ToString(), Nobody = Guid.CreateVersion7().ToString();

    private static int clinicians;

    private string other = "";

    [SetUp]
    public async Task MakeOtherAsync()
    {
        var made = await Api.PostAsync("/api/clinicians", $$"""{"name":"Other","email":"other{{Interlocked.Increment(ref clinicians)}}@north.example"}""");
        Assert.That((int)made.Status, Is.EqualTo(201), made.Body);
        other = made.Id;
    }

    [Test]
    public async Task A_create_that_names_a_row_out_of_sight_is_answered_as_one_that_names_none()
    {
        var name = NewName();
        var hidden = await Api.PostAsync(Patients, PatientBody(name, Physician(other)), Trainee);
        var unknown = await Api.PostAsync(Patients, PatientBody(name, Physician(Nobody)), Trainee);
        var foreign = await Api.PostAsync(Patients, PatientBody(name, Physician(SampleDatabase.SouthMember.ToString())), Trainee);
        var itself = await Api.PostAsync(Patients, PatientBody(name, Physician(Itself)), Trainee);

        Assert.That((unknown.Status, unknown.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/physician reference" })));
        Assert.That((hidden.Status, hidden.WithoutTrace), Is.EqualTo((unknown.Status, unknown.WithoutTrace)));
        Assert.That((foreign.Status, foreign.WithoutTrace), Is.EqualTo((unknown.Status, unknown.WithoutTrace)));
        Assert.That(itself.Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task So_is_a_change()
    {
        var row = await Api.PostAsync(Patients, PatientBody(NewName()), Trainee);

        var hidden = await PatchAsync(row, Physician(other));
        var unknown = await PatchAsync(row, Physician(Nobody));
        var itself = await PatchAsync(row, Physician(Itself));
        var none = await PatchAsync(itself, "\"physician\":null");

        Assert.That((unknown.Status, unknown.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/physician reference" })));
        Assert.That((hidden.Status, hidden.WithoutTrace), Is.EqualTo((unknown.Status, unknown.WithoutTrace)));
        Assert.That((itself.Status, none.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
    }

    [Test]
    public async Task What_the_row_has_already_stays_and_may_be_sent_back()
    {
        var row = await Api.PostAsync(Patients, PatientBody(NewName(), Physician(other)));

        var untouched = await PatchAsync(row, "\"visits\":1");
        var sentBack = await PatchAsync(untouched, "\"visits\":2," + Physician(other));

        Assert.That((untouched.Status, sentBack.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(sentBack.Json.GetProperty("physician").GetString(), Is.EqualTo(other));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task So_is_a_link(string method)
    {
        var invoice = await Api.PostAsync("/api/invoices", """{"number":"fenced"}""");
        Assert.That((int)invoice.Status, Is.EqualTo(201), invoice.Body);

        var hidden = await LinkAsync(other);
        var unknown = await LinkAsync(Nobody);

        Assert.That((hidden.Status, hidden.WithoutTrace), Is.EqualTo((HttpStatusCode.NotFound, unknown.WithoutTrace)));
        Assert.That((await LinkAsync(Itself)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await LinkAsync(other, "north")).Status, Is.EqualTo(HttpStatusCode.NoContent));

        Task<ApiAnswer> LinkAsync(string target, string caller = Trainee) => Api.SendAsync(HttpMethod.Parse(method), $"/api/invoices/{invoice.Id}/reviewers/{target}", caller, null);
    }

    [Test]
    public async Task Who_sees_no_clinician_at_all_or_every_one_may_name_any()
    {
        var receptionist = await Api.PostAsync(Patients, PatientBody(NewName(), Physician(other)), "receptionist");
        var owner = await Api.PostAsync(Patients, PatientBody(NewName(), Physician(other)));

        Assert.That((receptionist.Status, owner.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created)));
    }

    private static string Physician(string id) => $"\"physician\":\"{id}\"";

    private Task<ApiAnswer> PatchAsync(ApiAnswer row, string members) => Api.PatchAsync($"{Patients}/{row.Id}", "{" + members + "}", row.Tag, Trainee);
}
