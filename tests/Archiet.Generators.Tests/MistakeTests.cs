using Archiet.Testing;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>One mistake is one error at its line and column; the compiler lives, and what is sound is emitted so that the user's code does not drown.</summary>
public sealed class MistakeTests
{
    [Test]
    public void A_mistyped_type() => Expect(Genomes.Small.Replace("ship: { type: Address }", "ship: { type: {|ARC0051:Adress|} }", StringComparison.Ordinal));

    [Test]
    public void A_mistyped_scalar() => Expect(Genomes.Small.Replace("{ type: timestamp, onCreate", "{ type: {|ARC0050:timestmp|}, onCreate", StringComparison.Ordinal));

    [Test]
    public void A_duplicate_entity() => Expect(Genomes.Small.Replace(
        "capabilities:", "  {|ARC0030:Order|}:\n    fields:\n      name: { type: text }\ncapabilities:", StringComparison.Ordinal));

    [Test]
    public void A_duplicate_field() => Expect(Genomes.Small.Replace(
        "      ship:", "      {|ARC0015:stage|}: { type: text }\n      ship:", StringComparison.Ordinal));

    [Test]
    public void An_unknown_key() => Expect(Genomes.Small.Replace("seller: { type: Employee, onDelete", "seller: { type: Employee, {|ARC0020:onDelet|}", StringComparison.Ordinal));

    [Test]
    public void A_dangling_reference() => Expect(Genomes.Small.Replace("seller: { type: Employee", "seller: { type: {|ARC0051:Employe|}", StringComparison.Ordinal));

    [Test]
    public void A_tab() => Expect(Genomes.Small.Replace("      ship:", "{|ARC0003:\t|}      ship:", StringComparison.Ordinal));

    [Test]
    public void A_truncated_file() => Expect(
        Genomes.Small[..Genomes.Small.IndexOf("default: draft", StringComparison.Ordinal)].Replace("stage: {", "stage: {|ARC0002:{|}", StringComparison.Ordinal));

    [Test]
    public void A_hundred_thousand_nested_brackets() => Genomes.Test(
        "genome: \"1.0\"\napp: " + new string('[', 31) + "{|ARC0007:|}" + new string('[', 100_000 - 31)).Run();

    [Test]
    public void An_empty_file() => Genomes.Test("{|ARC0005:|}").Run();

    [Test]
    public void Several_mistakes_are_all_told_at_once() => Expect(Genomes.Small
        .Replace("ship: { type: Address }", "ship: { type: {|ARC0051:Adress|} }", StringComparison.Ordinal)
        .Replace("seller: { type: Employee, onDelete", "seller: { type: Employee, {|ARC0020:onDelet|}", StringComparison.Ordinal));

    [Test]
    public void What_is_sound_is_emitted()
    {
        var sources = Expect(Genomes.Small.Replace("ship: { type: Address }", "ship: { type: {|ARC0051:Adress|} }", StringComparison.Ordinal)).Sources;

        Assert.That(string.Concat(sources.Values), Does.Contain("class Employee").And.Contain("class Order").And.Contain("AddArchiet"));
    }

    /// <summary>The user's code names the context, the namespace and the entities, in bodies and in signatures.</summary>
    private static GeneratorRun Expect(string genome) => Genomes.Test(genome).WithSource(
        """
        using Shop.Api;
        using Shop.Api.Model;

        internal static class Queries
        {
            public static IQueryable<Order> Open(ShopContext shop) => shop.Orders.Where(order => order.Stage == Stage.Open);
        }
        """, "Queries.cs").Run();
}
