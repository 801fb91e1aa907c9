using System.Net;
using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Runtime.Tests.Data;

/// <summary>Hooks before a transition, over HTTP.</summary>
public sealed class TransitionHookTests : AppointmentTests
{
    private readonly Notes notes = new();

    private protected override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(notes);
        services.AddScoped<IBefore<Take<Appointment>>, KeepsWhatIsToStay>();
    }

    [SetUp]
    public void Forget() => notes.Taken.Clear();

    [Test]
    public async Task A_hook_sees_which_row_goes_which_way_and_who_asks()
    {
        var row = await NewAppointmentAsync();

        var answer = await TakeAsync(row, "confirm");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(notes.Taken, Is.EqualTo(new[] { (Guid.Parse(row.Id), "confirm", "confirmed", (Guid?)SampleDatabase.NorthMember) }));
    }

    [Test]
    public async Task What_a_hook_refuses_leaves_the_row_as_it_is()
    {
        var row = await NewAppointmentAsync();

        var refused = await TakeAsync(row, "call-off");
        var read = await Api.GetAsync($"{Path}/{row.Id}");

        Assert.That((refused.Status, refused.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { " staysOn" })));
        Assert.That((read.Tag, read.Json.GetProperty("status").GetString()), Is.EqualTo((row.Tag, "requested")));
    }

    [TestCase("receptionist", "", ExpectedResult = "403")]
    [TestCase(null, "", ExpectedResult = "401")]
    [TestCase("north", """{"note":"x"}""", ExpectedResult = "422")]
    [TestCase("north", "{", ExpectedResult = "400")]
    public async Task<string> A_request_that_is_refused_already_asks_no_hook(string? caller, string body)
    {
        var answer = await TakeAsync(await NewAppointmentAsync(), "confirm", caller, body);

        Assert.That(notes.Taken, Is.Empty);
        return $"{(int)answer.Status}";
    }

    [Test]
    public async Task What_a_hook_lets_pass_the_lifecycle_may_still_refuse()
    {
        var answer = await TakeAsync(await NewAppointmentAsync(), "complete");

        Assert.That((answer.Problem, notes.Taken.Count), Is.EqualTo(("transition", 1)));
    }

    private sealed class Notes
    {
        public List<(Guid Id, string Name, string To, Guid? Member)> Taken { get; } = [];
    }

    /// <summary>Scoped, with the context of the request: it is the caller's tenant that it reads.</summary>
    private sealed class KeepsWhatIsToStay(Notes notes, SampleContext context) : IBefore<Take<Appointment>>
    {
        public async ValueTask BeforeAsync(Take<Appointment> write, CancellationToken cancel)
        {
            Assert.That(await context.Set<Appointment>().AnyAsync(row => row.Id == write.Id, cancel), Is.True);
            notes.Taken.Add((write.Id, write.Transition.Name, write.Transition.To, write.Caller.Member));
            if (write.Transition.Name == "callOff")
            {
                write.Findings.Add("", "staysOn", "This one takes place.");
            }
        }
    }
}
