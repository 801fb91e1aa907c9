using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Archiet.Draft.Tests.Rules;

public sealed class HostileRulesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static IEnumerable<TestCaseData> Documents()
    {
        yield return Case("one line", number => $"clerks can create orders ", 20_000);
        yield return Case("one line of names", number => $"create w{number} and ", 20_000);
        yield return Case("many things", number => $"- Clerks can create thing{number}s and edit thing{number}s as needed.\n", 1_500);
        yield return Case("many models", number => $"**Model{number} Model:**\n\n- `a{number}`: String\n- `b{number}`: foreign key to Model{number + 1}\n\n", 2_000);
        yield return Case("many rules", number => $"An order{number} has a date and a total. The total must be greater than {number}. It cannot be deleted.\n\n", 1_500);
        yield return Case("brackets", number => $"(Viewers read-only, ", 20_000);
        yield return Case("arrows", number => $"- status a → b → c\n", 4_000);
        yield return Case("commas", number => $"An order has a, ", 10_000);
        yield return Case("a wide table", number => $"| a ", 5_000);

        static TestCaseData Case(string name, Func<int, FormattableString> part, int count) =>
            new TestCaseData(Enumerable.Range(0, count).Aggregate(new StringBuilder(), (text, number) => text.Append(part(number).ToString(CultureInfo.InvariantCulture))).ToString()).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Documents))]
    public void Rules_end_in_time(string text)
    {
        var watch = Stopwatch.StartNew();

        var items = Rule.Items(text);

        Assert.That(watch.Elapsed, Is.LessThan(Patience), $"{items.Count} items");
    }
}
