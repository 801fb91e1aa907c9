namespace Archiet.Schema.Tests.Review;

/// <summary>A genome that is given in part: the entities and what stands beside them, as pages show it.</summary>
internal sealed record ReviewedGenome(SchemaState State, EquatableArray<SchemaRename> Renames, EquatableArray<SealedApproval> Approvals)
{
    private const string Tenancy = "tenancy: { tenant: Firm }\n";

    private const string Frame = """
        genome: "1.0"
        roles: { owner: Runs it. }
        capabilities: { run: { to: [owner], allow: { Firm: [read] } } }

        """;

    private const string App = "app: { name: Shop, namespace: Test.Shop }\n";

    /// <summary>Reads it.</summary>
    public static ReviewedGenome Of(string text)
    {
        string[] beside = [text.StartsWith("app:", StringComparison.Ordinal) ? "" : App, text.Contains("tenancy:", StringComparison.Ordinal) ? "" : Tenancy];
        var whole = Frame + string.Concat(beside) + text.ReplaceLineEndings("\n").Replace("entities:\n", "entities:\n  Firm: { fields: { name: { type: string, max: 80, required: true } } }\n", StringComparison.Ordinal);
        var compiled = GenomeFrontEnd.Compile([new GenomeFile("test.genome.yaml", whole)]);
        Assert.That(compiled.Diagnostics.Select(static found => $"{found.Span.Line}: {found.Descriptor.Id} {found.Message}"), Is.Empty, whole);
        var genome = compiled.Genome!;
        return new(
            SchemaStates.Of(Lowering.Lower(genome)),
            SchemaStates.RenamesOf(Lowering.Lower(genome)).ToEquatableArray(),
            genome.Approvals.Select(static approval => new SealedApproval(approval.Text, approval.Reason)).ToEquatableArray());
    }

    /// <summary>What there is to say of this genome after another.</summary>
    public IReadOnlyList<ChangeFinding> After(ReviewedGenome sealedOne)
    {
        var delta = SchemaDiff.Between(sealedOne.State, State, SchemaDiff.RenamesOf(sealedOne.State, Renames));
        return SchemaReview.Of(sealedOne.State, State, delta, Approvals);
    }
}
