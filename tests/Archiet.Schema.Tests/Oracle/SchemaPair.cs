using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>A schema and the next one, with what is called otherwise.</summary>
internal sealed class SchemaPair
{
    /// <summary>Of so many walks, one is with partitions.</summary>
    private const int Partitioned = 9;

    private SchemaPair(KeyedState before, KeyedState after, IReadOnlyList<SchemaRename> renames)
    {
        (Before, After) = (before, after);
        Delta = SchemaDiff.Between(before.State, after.State, renames.ToEquatableArray());
        Plan = MigrationPlanner.Plan(before.State, Delta, MigrationPlan.PendingId, []);
    }

    public KeyedState Before { get; }

    public KeyedState After { get; }

    public SchemaDelta Delta { get; }

    public MigrationPlan Plan { get; }

    /// <summary>Pairs of genomes: walks of genomes that change a little at each step.</summary>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<SchemaPair> Made(int count)
    {
        var steps = Gen.ListOf(Gen.Choose(1, 5).SelectMany(static edits => Gen.ListOf(Edit.Any, edits)), 12);
        var walks = new List<(IEnumerable<Edit> Building, IEnumerable<IEnumerable<Edit>> Steps)>();
        ForAll.Of(from building in Gen.ListOf(Edit.Building, 36) from edits in steps select (building, edits), (count / 8) + 1, walk => walks.Add((walk.building, walk.edits)));
        var pairs = walks.SelectMany(static (walk, at) => Walk(walk.Building, walk.Steps, at % Partitioned == 0 ? 2 : 0)).Take(count).ToList();
        Assert.That(pairs, Has.Count.EqualTo(count), "pairs");
        return pairs;
    }

    /// <inheritdoc/>
    public override string ToString() => "before:\n" + Text(Before.Shape) + "\nafter:\n" + Text(After.Shape) + "\nrenames:\n" + string.Join('\n', Delta.Renames.Select(static rename => $"{rename.From} -> {rename.To}"))
        + "\nplan:\n" + string.Join('\n', Plan.Phases.SelectMany(static phase => phase.Up));

    private static string Text(Shape shape) => ShapeText.Beside(shape) + "\n" + ShapeText.Entities(shape);

    private static IEnumerable<SchemaPair> Walk(IEnumerable<Edit> building, IEnumerable<IEnumerable<Edit>> steps, int partitions)
    {
        var before = new KeyedState(building.Aggregate(Shape.Empty with { Partitions = partitions }, static (shape, edit) => edit.Apply(shape)));
        foreach (var edits in steps)
        {
            var shape = edits.Aggregate(before.Shape, static (shape, edit) => edit.Apply(shape));
            if (ShapeRenames.Of(before.Shape, shape) is not { } renames)
            {
                continue;
            }
            var after = new KeyedState(shape);
            if (!after.State.Equals(before.State))
            {
                yield return new SchemaPair(before, after, renames);
                before = after;
            }
        }
    }
}
