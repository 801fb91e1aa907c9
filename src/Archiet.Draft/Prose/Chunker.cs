namespace Archiet.Draft.Prose;

/// <summary>
/// Cuts a document into requests: whole sections as long as they fit, neighbours together. A section over the budget is cut between blocks, and a paragraph over it between
/// sentences; a table, an item of a list or a block of code is never cut. What is too long by itself is named. Suspect sentences are in none.
/// </summary>
public static class Chunker
{
    /// <summary>Cuts sentences, mostly those of a whole document.</summary>
    /// <param name="sentences">The sentences, in their order.</param>
    /// <param name="budget">How many tokens a chunk may have, by <see cref="TokenEstimate"/>.</param>
    public static Chunks Split(IEnumerable<Sentence> sentences, int budget)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        var packer = new Packer(budget);
        foreach (var section in Runs(sentences.Where(sentence => !sentence.IsSuspect), SectionOf))
        {
            packer.AddSection(section);
        }
        return packer.Result();
    }

    /// <summary>A heading belongs to the section that it begins.</summary>
    private static string SectionOf(Sentence sentence) =>
        string.Join('\n', sentence.Kind == SentenceKind.Heading ? sentence.Headings.Append(sentence.Text) : sentence.Headings);

    private static IEnumerable<List<Sentence>> Runs<TKey>(IEnumerable<Sentence> sentences, Func<Sentence, TKey> keyOf)
    {
        var run = new List<Sentence>();
        TKey? key = default;
        foreach (var sentence in sentences)
        {
            var next = keyOf(sentence);
            if (run.Count > 0 && !EqualityComparer<TKey>.Default.Equals(key, next))
            {
                yield return run;
                run = [];
            }
            run.Add(sentence);
            key = next;
        }
        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private sealed class Packer(int budget)
    {
        private readonly List<EquatableArray<Sentence>> chunks = [];
        private readonly List<UncoveredPart> uncovered = [];
        private List<Sentence> open = [];
        private int tokens;

        public void AddSection(List<Sentence> section)
        {
            if (Fits(section))
            {
                Add(section);
                return;
            }
            Close();
            foreach (var block in Runs(section, sentence => sentence.Block))
            {
                AddBlock(block);
            }
            Close();
        }

        public Chunks Result()
        {
            Close();
            return new Chunks(chunks.ToEquatableArray(), uncovered.ToEquatableArray());
        }

        private void AddBlock(List<Sentence> block)
        {
            if (Fits(block))
            {
                Add(block);
            }
            else if (block.Count > 1 && block[0].Kind == SentenceKind.Paragraph)
            {
                block.ForEach(sentence => AddBlock([sentence]));
            }
            else
            {
                uncovered.Add(new UncoveredPart(string.Join(" / ", block[0].Headings), block[0].Line, block.Select(sentence => sentence.Id).ToEquatableArray(), Sum(block)));
            }
        }

        private bool Fits(List<Sentence> part) => Sum(part) <= budget;

        private void Add(List<Sentence> part)
        {
            var sum = Sum(part);
            if (sum > budget - tokens)
            {
                Close();
            }
            open.AddRange(part);
            tokens += sum;
        }

        private void Close()
        {
            if (open.Count > 0)
            {
                chunks.Add(open.ToEquatableArray());
            }
            (open, tokens) = ([], 0);
        }

        private static int Sum(List<Sentence> part) => (int)Math.Min(int.MaxValue, part.Sum(sentence => (long)TokenEstimate.Of(sentence)));
    }
}
