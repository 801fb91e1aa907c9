using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Expressions;

/// <summary>Reads and checks the text of an expression. It never throws, whatever the text.</summary>
public static class ExpressionChecker
{
    /// <summary>Checks a text.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="types">The genome around it.</param>
    public static CheckedExpression Check(string text, ExpressionScope scope, IExpressionTypes types)
    {
        var faults = new FaultList();
        var syntax = ExpressionParser.Parse(text, faults);
        var expression = syntax is null ? null : ExpressionBinder.Bind(syntax, scope, types, faults);
        return new(faults.IsEmpty ? expression : null, faults.ToArray());
    }

    /// <summary>Checks a scalar of a section; what is wrong becomes findings at the exact characters. Null where there is one.</summary>
    /// <param name="word">The scalar's value and its place.</param>
    /// <param name="section">The text of the section that it stands in.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="types">The genome around it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    internal static Expression? Check(Word word, string section, ExpressionScope scope, IExpressionTypes types, FindingList findings)
    {
        var result = Check(word.Text, scope, types);
        if (result.Faults.Count > 0)
        {
            var places = ScalarPlaces.Of(section, word);
            foreach (var fault in result.Faults)
            {
                findings.Add(fault.Descriptor, places.Span(fault.Start, fault.Length), fault.Arguments);
            }
        }
        return result.Expression;
    }
}
