namespace Archiet.Schema.Tests.Review;

/// <summary>What is said of a change, and of what.</summary>
public sealed class ReviewTests
{
    private static readonly object[] Changes =
    [
        new object[] { "Note: { fields: { a: { type: int }, b: { type: bool } } }", "Note: { fields: { a: { type: int } } }", new[] { "ARC0420 Note.b" } },
        new object[] { "Note: { fields: { a: { type: int } } }\n  Other: { fields: { b: { type: bool }, many: { type: Note, many: true } } }", "Note: { fields: { a: { type: int } } }", new[] { "ARC0420 Other" } },
        new object[] { "Note: { fields: { a: { type: int }, n: { type: Note, many: true } } }", "Note: { fields: { a: { type: int } } }", new[] { "ARC0420 Note.n" } },
        new object[] { "Note: { softDelete: true, fields: { a: { type: int } } }", "Note: { fields: { a: { type: int } } }", new[] { "ARC0420 Note.deletedAt" } },
        new object[] { "Note: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: int, required: true } } }", new[] { "ARC0423 Note.a" } },
        new object[] { "Note: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: int, required: true, default: 1 } } }", Array.Empty<string>() },
        new object[] { "Note: { fields: { a: { type: int } } }", "Note: { fields: { b: { type: int, was: a } } }", Array.Empty<string>() },
        new object[] { "Note: { fields: { a: { type: int } } }", "Note: { fields: { b: { type: int } } }", new[] { "ARC0424 Note.b" } },
        new object[] { "Note: { fields: { a: { type: int }, b: { type: text } } }", "Paper: { fields: { a: { type: int }, b: { type: text } } }", new[] { "ARC0424 Paper" } },
        new object[] { "Note: { fields: { a: { type: \"decimal(8,2)\" } } }", "Note: { fields: { a: { type: \"decimal(8,3)\" } } }", new[] { "ARC0421 Note.a" } },
        new object[] { "Note: { fields: { a: { type: \"decimal(8,2)\" } } }", "Note: { size: small, fields: { a: { type: \"decimal(9,3)\" } } }", Array.Empty<string>() },
        new object[] { "Note: { fields: { a: { type: string, max: 9 } } }", "Note: { fields: { a: { type: text } } }", Array.Empty<string>() },
        new object[] { "A: { fields: { x: { type: int } } }\n  B: { fields: { x: { type: int } } }\n  Note: { fields: { of: { type: A } } }", "A: { fields: { x: { type: int } } }\n  B: { fields: { x: { type: int } } }\n  Note: { fields: { of: { type: B } } }", new[] { "ARC0422 Note.of" } },
        new object[] { "Note: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: int }, b: { type: int, computed: this.a + this.a, stored: true } } }", new[] { "ARC0430 Note.b" } },
    ];

    [TestCaseSource(nameof(Changes))]
    public void Says_what_is_lost_or_refused_and_of_what(string before, string after, string[] expected)
    {
        var findings = ReviewedGenome.Of("entities:\n  " + after).After(ReviewedGenome.Of("entities:\n  " + before));

        Assert.That(findings.Select(static found => found.Descriptor.Id + " " + found.Key), Is.EqualTo(expected));
    }

    [Test]
    public void An_approved_value_takes_its_fields_along()
    {
        const string beside = "values: { Place: { fields: { street: { type: string, max: 20, required: true }, city: { type: string, max: 20 } } } }\n";
        var before = ReviewedGenome.Of(beside + "entities:\n  Note: { fields: { a: { type: int }, home: { type: Place }, work: { type: Place } } }");
        var after = "entities:\n  Note: { fields: { a: { type: int }, work: { type: Place } } }";

        Assert.Multiple(() =>
        {
            Assert.That(ReviewedGenome.Of(beside + after).After(before).Select(static found => found.Key), Is.EqualTo(new[] { "Note.home" }));
            Assert.That(ReviewedGenome.Of(beside + after + "\napprove: { drop Note.home: Nobody is at home. }").After(before), Is.Empty);
        });
    }

    private static readonly object[] Moves =
    [
        new object[] { "enums: { Phase: [open, lost] }", "Phase", Array.Empty<string>() },
        new object[] { "enums: { Phase: [lost, open, new] }", "Phase", Array.Empty<string>() },
        new object[] { "enums: { Phase: [open, won] }", "Phase", new[] { "ARC0425 Job.stage 'Phase' has no member 'lost'" } },
        new object[] { "enums: { Stage: [open, lost], Other: [late, open] }", "Other", new[] { "ARC0425 Job.stage 'Other' has no member 'lost'" } },
        new object[] { "enums: { Phase: [open, won] }\napprove: { remove Phase.lost: None is lost. }", "Phase", Array.Empty<string>() },
        new object[] { "enums: { Phase: { open: Open., away: { stored: lost } } }", "Phase", Array.Empty<string>() },
        new object[] { "enums: { Stage: [open], Phase: [open, lost] }", "Phase", Array.Empty<string>() },
    ];

    [TestCaseSource(nameof(Moves))]
    public void A_column_of_another_enum_is_asked_for_what_its_rows_hold(string enums, string type, string[] expected)
    {
        var before = ReviewedGenome.Of("enums: { Stage: [open, lost] }\nentities:\n  Job: { fields: { stage: { type: Stage } } }");
        var after = ReviewedGenome.Of(enums + "\nentities:\n  Job: { fields: { stage: { type: " + type + " } } }");

        Assert.That(
            after.After(before).Where(static found => found.Descriptor != ChangeDiagnostics.Narrowed).Select(static found => $"{found.Descriptor.Id} {found.Key} {found.Message.Split(" any more")[0]}"),
            Is.EqualTo(expected));
    }

    [Test]
    public void A_renamed_entity_may_have_seed_rows_that_it_did_not_have_before()
    {
        var before = ReviewedGenome.Of("entities:\n  Stage: { fields: { a: { type: text } } }\nseed: { Stage: { open: { a: x } } }");

        Assert.That(ReviewedGenome.Of("entities:\n  Phase: { was: Stage, fields: { a: { type: text } } }\nseed: { Phase: { closed: { a: x } } }").After(before), Is.Empty);
    }

    [Test]
    public void A_link_that_leads_elsewhere_takes_its_rows_with_it_once_that_is_approved()
    {
        const string Entities = "entities:\n  A: { fields: { x: { type: int } } }\n  B: { fields: { x: { type: int } } }\n  Note: { fields: { y: { type: int }, of: { type: TARGET, many: true } } }";
        var before = ReviewedGenome.Of(Entities.Replace("TARGET", "A", StringComparison.Ordinal));
        var after = Entities.Replace("TARGET", "B", StringComparison.Ordinal);

        Assert.Multiple(() =>
        {
            Assert.That(ReviewedGenome.Of(after).After(before).Select(static found => found.Descriptor.Id + " " + found.Key), Is.EqualTo(new[] { "ARC0420 Note.of" }));
            Assert.That(ReviewedGenome.Of(after + "\napprove: { drop Note.of: They meant A. }").After(before), Is.Empty);
        });
    }

    [Test]
    public void Nothing_is_said_of_the_first_schema() =>
        Assert.That(ReviewedGenome.Of("entities:\n  Note: { fields: { a: { type: int, required: true } } }").After(new(SchemaState.Empty, default, default)), Is.Empty);
}
