using System.Text.Json.Nodes;
using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.Database;

public sealed class ExampleRowTests
{
    [Test]
    public void Rows_differ_in_what_must_be_unique_and_every_one_is_taken()
    {
        var players = new PeopleEntity<Player>("""{"name": "Alex Example", "shirt": "10A"}""");

        var rows = Enumerable.Range(0, 20).Select(number => ExampleRow.Make(players, number, TimeProvider.System)).ToList();

        Assert.That(rows[0].ToJsonString(), Is.EqualTo("""{"name":"Alex Example","shirt":"10A"}"""));
        Assert.That(rows[1]["name"]!.GetValue<string>(), Is.EqualTo("Alex Example 2"));
        Assert.That(rows.Select(row => row["shirt"]!.GetValue<string>()).Distinct().Count(), Is.EqualTo(rows.Count));
        Assert.That(rows, Has.All.Matches<JsonObject>(row => players.Takes(row, TimeProvider.System)));
    }
}
