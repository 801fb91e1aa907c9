using Archiet.Genome;

namespace Archiet.Model;

/// <summary>Steps as they are planned, each with what undoes it, and where one transaction ends and the next begins.</summary>
internal sealed class PhaseList
{
    private readonly List<Phase> phases = [];
    private bool begun;

    /// <summary>A step of the transaction that is being planned.</summary>
    /// <param name="step">The step.</param>
    /// <param name="undo">What undoes it, in the order in which it is done.</param>
    public void Add(SchemaStep step, params SchemaStep[] undo)
    {
        if (!begun)
        {
            phases.Add(new Phase(Transactional: true));
            begun = true;
        }
        phases[phases.Count - 1].Add(step, undo);
    }

    /// <summary>A step outside of any transaction, and so a phase of its own.</summary>
    public void Alone(SchemaStep step, params SchemaStep[] undo)
    {
        var phase = new Phase(Transactional: false);
        phase.Add(step, undo);
        phases.Add(phase);
        begun = false;
    }

    /// <summary>Steps that come before all that is planned, in the same phase as the first of it.</summary>
    public void BeginWith(IReadOnlyCollection<SchemaStep> steps)
    {
        if (steps.Count > 0)
        {
            phases[0].Up.InsertRange(0, steps);
        }
    }

    /// <summary>What follows is another transaction.</summary>
    public void Break() => begun = false;

    /// <summary>The phases; one that does nothing where nothing is to be done.</summary>
    public EquatableArray<MigrationPhase> ToPhases() => phases.Count == 0
        ? EquatableArray.Of(new MigrationPhase(true, EquatableArray<SchemaStep>.Empty, EquatableArray<SchemaStep>.Empty))
        : phases.Select(phase => new MigrationPhase(phase.Transactional, phase.Up.ToEquatableArray(), phase.Down().ToEquatableArray())).ToEquatableArray();

    private sealed record Phase(bool Transactional)
    {
        private readonly List<SchemaStep[]> undone = [];

        public List<SchemaStep> Up { get; } = [];

        public void Add(SchemaStep step, SchemaStep[] undo)
        {
            Up.Add(step);
            undone.Add(undo);
        }

        /// <summary>What undoes the steps, that of the last one first.</summary>
        public IEnumerable<SchemaStep> Down() => Enumerable.Reverse(undone).SelectMany(static undo => undo);
    }
}
