namespace Archiet.Schema.Tests;

/// <summary>A chain of sealed migrations, and every way in which it can be wrong.</summary>
public sealed class HistoryTests
{
    private const string First = "20261101080000_start", Second = "20261102080000_visits", Third = "20261103080000_rooms";

    private static SchemaState Start => States.Of("Visit: { fields: { note: { type: text }, fax: { type: text } } }");

    private static SchemaState Visits => States.Of("Visit: { fields: { note: { type: text }, size: { type: int } } }");

    private static SchemaState Rooms => States.Of("Visit: { fields: { note: { type: text }, size: { type: int } } }\nRoom: { fields: { code: { type: text } } }");

    private static Folder Sealed => new Folder().Seal(First, Start).Seal(Second, Visits, "UPDATE visits SET size = 1;\n").Seal(Third, Rooms);

    [Test]
    public void A_chain_has_its_order_and_a_schema_after_each()
    {
        var history = Sealed.Read();

        Assert.That(history.Findings, Is.Empty);
        Assert.That(history.Links.Select(static link => link.Migration.Id), Is.EqualTo([First, Second, Third]));
        Assert.That(history.Links.Select(static link => link.After), Is.EqualTo([Start, Visits, Rooms]));
        Assert.That(history.Links.Select(static link => link.Before), Is.EqualTo([SchemaState.Empty, Start, Visits]));
        Assert.That(history.Links[1].Steps.Single().Text, Does.StartWith("UPDATE"));
        Assert.That(history.State, Is.EqualTo(Rooms));
    }

    [Test]
    public void An_empty_folder_is_the_empty_history() => Assert.That(new Folder().Read(), Is.EqualTo(SchemaHistory.Empty));

    [Test]
    public void Line_breaks_of_another_system_change_nothing()
    {
        var folder = Sealed;
        foreach (var file in new[] { First + ".schema", Second + ".schema", Second + ".1.sql", "head" })
        {
            folder[file] = folder[file]!.Replace("\n", "\r\n", StringComparison.Ordinal);
        }

        Assert.That(folder.Findings, Is.Empty);
    }

    [Test]
    public void An_edited_file_fails_its_hash_at_its_line_wherever_it_stands()
    {
        Assert.That(Edited(First, "column Visit.note note text null", "column Visit.note note text"), Is.EqualTo([First + ".schema(4,8): ARC0408", Second + ".schema(3,8): ARC0409"]));
        Assert.That(Edited(Third, "column Room.code code text null", "column Room.code code text"), Is.EqualTo([Third + ".schema(4,8): ARC0408"]));
        Assert.That(Edited(Third, "state  sha256:", "state  sha256:0", cut: 1), Is.EqualTo([Third + ".schema(4,8): ARC0408"]));
    }

    [Test]
    public void A_reason_that_was_edited_is_found_by_the_successor()
    {
        var folder = new Folder().Seal(First, SchemaDiff.Between(SchemaState.Empty, Start, default), Start, [new("drop Visit.fax", "Nobody\nhas one.")]).Seal(Second, Visits);
        Assert.That(folder.Findings, Is.Empty);
        folder[First + ".schema"] = folder[First + ".schema"]!.Replace("Nobody", "Somebody", StringComparison.Ordinal);

        Assert.That(folder.Findings, Is.EqualTo([Second + ".schema(3,8): ARC0409"]));
    }

    [Test]
    public void Two_branches_are_a_fork_that_names_both_and_the_remedy()
    {
        var folder = new Folder().Seal(First, Start).Seal(Second, Visits);
        var other = new Folder().Seal(First, Start).Seal(Third, States.Of("Visit: { fields: { fax: { type: text } } }"));
        folder[Third + ".schema"] = other[Third + ".schema"];
        var found = folder.Read().Findings.Single();

        Assert.That(folder.Findings, Is.EqualTo([Third + ".schema(3,8): ARC0410"]));
        Assert.That(found.Message, Does.Contain(First).And.Contain(Second).And.Contain(Third).And.Contain("-t:ArchietRebaseMigration"));
        Assert.That(folder.Read().IsBroken);
    }

    [Test]
    public void A_missing_file_is_a_gap()
    {
        var folder = Sealed;
        folder[Second + ".schema"] = null;

        Assert.That(folder.Findings, Is.EqualTo([Second + ".1.sql(1,1): ARC0418", Third + ".schema(3,8): ARC0411"]));
    }

    [Test]
    public void The_head_is_the_newest()
    {
        var folder = Sealed;
        folder["head"] = Second + "\n";
        Assert.That(folder.Findings, Is.EqualTo(["head(1,1): ARC0413"]));
        folder["head"] = null;
        Assert.That(folder.Findings, Is.EqualTo([Third + ".schema(2,8): ARC0414"]));
        var missing = Sealed;
        missing[Third + ".schema"] = null;
        Assert.That(missing.Findings, Is.EqualTo(["head(1,1): ARC0413"]));
    }

    [Test]
    public void A_step_is_there_as_it_was_sealed()
    {
        var folder = Sealed;
        folder[Second + ".1.sql"] = "DELETE FROM visits;\n";
        Assert.That(folder.Findings, Is.EqualTo([Second + ".1.sql(1,1): ARC0416"]));
        folder[Second + ".1.sql"] = null;
        Assert.That(folder.Findings.Single(), Does.StartWith(Second + ".schema(").And.EndsWith(",8): ARC0415"));
    }

    [Test]
    public void A_step_that_nothing_runs_is_a_warning_and_a_pending_one_is_none()
    {
        var folder = Sealed;
        folder["pending.fill.sql"] = "UPDATE visits SET size = 2;\n";
        Assert.That(folder.Findings, Is.Empty);
        folder["fill.sql"] = "UPDATE visits SET size = 2;\n";

        Assert.That(folder.Findings, Is.EqualTo(["fill.sql(1,1): ARC0418"]));
        Assert.That(folder.Read().IsBroken, Is.False);
    }

    [Test]
    public void One_migration_in_two_files_is_found()
    {
        var folder = Sealed;
        folder["copy.schema"] = folder[Third + ".schema"];

        Assert.That(folder.Findings, Is.EqualTo(["copy.schema(2,8): ARC0403", "copy.schema(2,8): ARC0417"]));
    }

    [Test]
    public void Lines_that_do_not_fit_are_found_where_they_stand()
    {
        Assert.That(Patched("- column Visit.fax fax text null", "- column Visit.fax fax uuid null"), Does.Contain(": ARC0404"));
        Assert.That(Patched("+ column Visit.size size integer null", "+ column Visit.note remark text null"), Does.Contain(": ARC0405"));
        Assert.That(Patched("- column Visit.fax fax text null", "> column Visit.nothing -> Visit.fax2"), Does.Contain(": ARC0406"));
        Assert.That(Patched("- column Visit.fax fax text null", "> column Visit.fax -> Visit.note"), Does.Contain(": ARC0406"));
        Assert.That(Patched("+ column Visit.size size integer null", "+ column Guest.size size integer null"), Does.Contain(": ARC0407"));
        Assert.That(Patched("+ column Visit.size size integer null", "+ rule Visit tr_visits once ck_x (note)"), Does.Contain(": ARC0407"));
    }

    private static IEnumerable<string> Edited(string id, string from, string to, int cut = 0)
    {
        var folder = Sealed;
        var text = folder[id + ".schema"]!;
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThan(0), from);
        var after = text[(at + from.Length)..];
        if (cut > 0)
        {
            var line = after.IndexOf('\n', StringComparison.Ordinal);
            after = after[..(line - cut)] + after[line..];
        }
        folder[id + ".schema"] = text[..at] + to + after;
        return folder.Findings;
    }

    // A migration whose line is another, with the finding at that line.
    private static string Patched(string from, string to)
    {
        var folder = new Folder().Seal(First, Start).Seal(Second, Visits);
        var lines = folder[Second + ".schema"]!.Split('\n');
        var at = Array.IndexOf(lines, from);
        Assert.That(at, Is.GreaterThan(0), from);
        lines[at] = to;
        folder[Second + ".schema"] = string.Join('\n', lines);
        var findings = folder.Findings.ToList();
        Assert.That(findings[0], Does.StartWith($"{Second}.schema({at + 1},1)"));
        return findings[0];
    }
}
