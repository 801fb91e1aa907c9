namespace Archiet.Genome.Patterns;

/// <summary>
/// A pattern that was read, and matches a whole text. It runs all ways through the pattern at once, in time linear in the text: no pattern can hang a compiler.
/// </summary>
internal sealed class PortablePattern
{
    /// <summary>Below what .NET's own linear-time matching takes, which is how the runtime matches.</summary>
    private const int MostSteps = 1_500;

    private readonly List<Step> steps = [];

    private PortablePattern()
    {
    }

    /// <summary>Reads a pattern; null with the fault and its zero-based index where it is refused.</summary>
    public static PortablePattern? Parse(string text, out string? fault, out int faultAt)
    {
        var root = PatternParser.Parse(text, out fault, out faultAt);
        if (root is null)
        {
            return null;
        }
        var pattern = new PortablePattern();
        if (!pattern.Emit(root))
        {
            (fault, faultAt) = ("its repetitions multiply to more than 1,500 steps", 0);
            return null;
        }
        pattern.steps.Add(Step.Accept);
        return pattern;
    }

    /// <summary>Whether the whole text matches.</summary>
    public bool IsMatch(string text)
    {
        var current = new StepSet(steps.Count);
        var next = new StepSet(steps.Count);
        Reach(current, 0);
        foreach (var c in text)
        {
            next.Clear();
            for (var i = 0; i < current.Count; i++)
            {
                if (steps[current[i]].Characters is { } characters && characters.Contains(c))
                {
                    Reach(next, current[i] + 1);
                }
            }
            (current, next) = (next, current);
        }
        return current.Contains(steps.Count - 1);
    }

    /// <summary>Adds a step and those that it leads to without a character.</summary>
    private void Reach(StepSet set, int start)
    {
        var pending = new Stack<int>();
        pending.Push(start);
        while (pending.Count > 0)
        {
            var index = pending.Pop();
            if (!set.Add(index) || steps[index].IsConsuming)
            {
                continue;
            }
            pending.Push(steps[index].First);
            if (steps[index].Second is { } second)
            {
                pending.Push(second);
            }
        }
    }

    private bool Emit(PatternNode node) => node switch
    {
        CharacterNode characters => Add(new(characters)),
        SequenceNode sequence => sequence.Parts.TrueForAll(Emit),
        ChoiceNode choice => EmitChoice(choice),
        _ => EmitRepeat((RepeatNode)node),
    };

    private bool EmitChoice(ChoiceNode choice)
    {
        var jumps = new List<int>();
        for (var i = 0; i < choice.Parts.Count - 1; i++)
        {
            var fork = steps.Count;
            if (!Add(Step.Open) || !Emit(choice.Parts[i]) || !Add(Step.Open))
            {
                return false;
            }
            jumps.Add(steps.Count - 1);
            steps[fork] = new(fork + 1, steps.Count);
        }
        if (!Emit(choice.Parts[choice.Parts.Count - 1]))
        {
            return false;
        }
        foreach (var jump in jumps)
        {
            steps[jump] = new(steps.Count, null);
        }
        return true;
    }

    private bool EmitRepeat(RepeatNode repeat)
    {
        for (var i = 0; i < repeat.Least; i++)
        {
            if (!Emit(repeat.Part))
            {
                return false;
            }
        }
        if (repeat.Most is null)
        {
            return EmitLoop(repeat.Part);
        }
        for (var i = repeat.Least; i < repeat.Most; i++)
        {
            var fork = steps.Count;
            if (!Add(Step.Open) || !Emit(repeat.Part))
            {
                return false;
            }
            steps[fork] = new(fork + 1, steps.Count);
        }
        return true;
    }

    private bool EmitLoop(PatternNode part)
    {
        var fork = steps.Count;
        if (!Add(Step.Open) || !Emit(part) || !Add(new(fork, null)))
        {
            return false;
        }
        steps[fork] = new(fork + 1, steps.Count);
        return true;
    }

    private bool Add(Step step)
    {
        steps.Add(step);
        return steps.Count < MostSteps;
    }

    /// <summary>A character to take, a fork or jump to other steps, or the end.</summary>
    private sealed class Step
    {
        public Step(CharacterNode characters) => Characters = characters;

        public Step(int first, int? second)
        {
            First = first;
            Second = second;
        }

        /// <summary>A fork or jump of which it is not known yet where it leads.</summary>
        public static Step Open { get; } = new(0, null);

        public static Step Accept { get; } = new(0, null);

        public CharacterNode? Characters { get; }

        public int First { get; }

        public int? Second { get; }

        public bool IsConsuming => this == Accept || Characters is not null;
    }

    /// <summary>Steps, each once, in the order in which they were added.</summary>
    private sealed class StepSet(int capacity)
    {
        private readonly int[] items = new int[capacity];
        private readonly bool[] present = new bool[capacity];

        public int Count { get; private set; }

        public int this[int index] => items[index];

        public bool Contains(int step) => present[step];

        public bool Add(int step)
        {
            if (present[step])
            {
                return false;
            }
            present[step] = true;
            items[Count++] = step;
            return true;
        }

        public void Clear()
        {
            for (var i = 0; i < Count; i++)
            {
                present[items[i]] = false;
            }
            Count = 0;
        }
    }
}
