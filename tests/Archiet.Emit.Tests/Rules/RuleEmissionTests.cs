namespace Archiet.Emit.Tests;

/// <summary>What is emitted for rules and lifecycles, in C# and in OpenAPI.</summary>
public sealed class RuleEmissionTests
{
    private static EmittedApp App { get; } = EmittedApp.Of(Booking.Genome);

    private static string HourClass => App.Files.Select(file => file.Text.ToString()!).Single(text => text.Contains("public sealed partial class Hour ", StringComparison.Ordinal));

    [Test]
    public void Compiles_without_a_warning() => Assert.That(App.Diagnostics, Is.Empty);

    [Test]
    public void A_transition_is_a_method_that_refuses_another_state_and_a_guard_that_is_not_true()
    {
        const string code = """
            namespace Booking.Model;

            internal static class Desk
            {
                public static void Agree(Hour hour, System.TimeProvider clock) => hour.Agree(clock.GetUtcNow(), null);

                public static void End(Hour hour) => hour.End();

                public static Archiet.Constraint Rule => HourRules.EndsAfterStart;
            }
            """;

        Assert.That(EmittedApp.Of(Booking.Genome, code).Diagnostics, Is.Empty);
        Assert.That(HourClass, Does.Contain("if (Status is not Status.Asked)").And.Contain("(AgreedAt, AgreedById, Times) = (now, user, (int)((decimal)Times + 1));"));
    }

    [TestCase("hour.Status = Status.Over;")]
    [TestCase("hour.Code = default;")]
    [TestCase("hour.Gross = 1;")]
    [TestCase("hour.IsLong = true;")]
    public void What_only_the_genome_changes_no_code_can_assign(string statement)
    {
        var app = EmittedApp.Of(Booking.Genome, $$"""
            namespace Booking.Model;

            internal static class Desk
            {
                public static void Change(Hour hour) { {{statement}} }
            }
            """);

        Assert.That(app.Diagnostics.Select(diagnostic => diagnostic.Id), Has.Some.AnyOf("CS0272", "CS8852", "CS0200"));
    }

    [Test]
    public void A_value_that_other_rows_decide_is_in_answers_and_not_in_the_class() => Assert.That(HourClass, Does.Contain("\"personName\"u8").And.Not.Contain(" PersonName {").And.Not.Contain(" PersonName =>"));

    [Test]
    public void OpenApi_tells_of_rules_transitions_and_what_no_request_may_give()
    {
        using var document = System.Text.Json.JsonDocument.Parse(OpenApiDocument.Write(App.Model));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var hour = schemas.GetProperty("Hour");
        var lifecycle = hour.GetProperty("x-archiet-lifecycle");
        var agree = lifecycle.GetProperty("transitions")[0];
        var path = document.RootElement.GetProperty("paths").GetProperty("/api/hours/{id}/call-off").GetProperty("post");

        Assert.Multiple(() =>
        {
            Assert.That(hour.GetProperty("x-archiet-rules").EnumerateArray().Select(rule => rule.GetProperty("name").GetString()), Has.Member("endsAfterStart").And.Member("noDoubleBooking"));
            Assert.That(hour.GetProperty("x-archiet-rules").EnumerateArray().Single(rule => rule.GetProperty("name").GetString() == "endsAfterStart").EnumerateObject().Select(member => member.Value.ToString()), Is.EqualTo(
                ["endsAfterStart", "rule", "this.endsAt > this.startsAt", "An hour ends after it starts.", """["endsAt", "startsAt"]"""]));
            Assert.That((lifecycle.GetProperty("field").GetString(), lifecycle.GetProperty("initial").GetString()), Is.EqualTo(("status", "asked")));
            Assert.That((agree.GetProperty("name").GetString(), agree.GetProperty("to").GetString(), agree.GetProperty("roles").ToString()), Is.EqualTo(("agree", "AGREED", """["keeper", "porter"]""")));
            Assert.That(agree.GetProperty("sets").GetProperty("agreedBy").GetString(), Is.EqualTo("user"));
            Assert.That((path.GetProperty("operationId").GetString(), path.GetProperty("x-archiet-roles").ToString()), Is.EqualTo(("callOffHour", """["keeper", "guest"]""")));
            Assert.That(Names("Hour.Create"), Has.No.Member("status").And.No.Member("gross").And.No.Member("isLong").And.Member("code"));
            Assert.That(Names("Hour.Patch"), Has.No.Member("status").And.No.Member("code").And.No.Member("origin").And.Member("net"));
            Assert.That(hour.GetProperty("properties").GetProperty("gross").GetProperty("readOnly").GetBoolean(), Is.True);
        });

        IEnumerable<string> Names(string schema) => schemas.GetProperty(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }

    [Test]
    public void The_hash_of_the_schema_tells_one_rule_from_another()
    {
        var entity = App.Model.Entities.Single(entity => entity.Name == "Hour");
        var hashes = new[]
        {
            entity.Table,
            entity.Table with { Checks = default },
            entity.Table with { Exclusions = default },
            entity.Table with { Triggers = default },
            entity.Table with { Triggers = Archiet.Genome.EquatableArray.ToEquatableArray(entity.Table.Triggers.Select(trigger => trigger with { Rules = default })) },
            entity.Table with { Indexes = Archiet.Genome.EquatableArray.ToEquatableArray(entity.Table.Indexes.Select(index => index with { Where = null })) },
            entity.Table with { Columns = Archiet.Genome.EquatableArray.ToEquatableArray(entity.Table.Columns.Select(column => column with { Computed = null })) },
        }.Select(table => Archiet.Model.SchemaLines.Hash(Archiet.Model.SchemaState.Empty with { Tables = Archiet.Genome.EquatableArray.Of(table) }));

        Assert.That(hashes, Is.Unique);
    }
}
