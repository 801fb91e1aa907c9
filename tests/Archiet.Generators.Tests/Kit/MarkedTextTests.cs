using Archiet.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace Archiet.Generators.Tests.Kit;

public sealed class MarkedTextTests
{
    [Test]
    public void Marks_leave_the_text_and_become_spans()
    {
        var marked = MarkedText.Parse("a.yaml", "type: {|ARC0012:strng|}\nname: [|x|]\n");

        Assert.Multiple(() =>
        {
            Assert.That(marked.Text, Is.EqualTo("type: strng\nname: x\n"));
            Assert.That(marked.Spans, Is.EqualTo(new[] { new MarkedSpan("ARC0012", new TextSpan(6, 5)), new MarkedSpan("", new TextSpan(18, 1)) }));
        });
    }

    [Test]
    public void Marks_nest()
    {
        var marked = MarkedText.Parse("a.cs", "{|CS0001:a {|CS0002:b|}|}");

        Assert.That(marked.Spans.Select(span => (span.Id, span.Span.Start, span.Span.End)), Is.EqualTo(new[] { ("CS0001", 0, 3), ("CS0002", 2, 3) }));
    }

    [Test]
    public void An_empty_mark_is_a_position() =>
        Assert.That(MarkedText.Parse("a.yaml", "ab{|ARC0001:|}c").Spans.Single().Span, Is.EqualTo(new TextSpan(2, 0)));

    [TestCase("if (a | b) { c[0] = 1; }")]
    [TestCase("pattern: '^(a|b|)$'")]
    [TestCase("{ a: [1, 2] }")]
    [TestCase("text: {|no id, so no mark")]
    public void Ordinary_braces_and_bars_are_text(string text) => Assert.That(MarkedText.Parse("a", text).Text, Is.EqualTo(text));

    [Test]
    public void An_open_mark_is_the_tests_mistake() => Assert.That(() => MarkedText.Parse("a", "[|x"), Throws.ArgumentException);

    [Test]
    public void The_line_to_paste_carries_the_mark() =>
        Assert.That(MarkedText.Parse("a", "one\n  two: three\n").LineToPaste("ARC0012", new TextSpan(11, 5)), Is.EqualTo("  two: {|ARC0012:three|}"));
}
