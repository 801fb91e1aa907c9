namespace Archiet.Genome.Tests.Binding;

/// <summary>Capabilities that name the code which works across tenants.</summary>
public sealed class CrossTenantTests
{
    private const string Head = "roles: { owner: {} }\ncapabilities:\n  bill:\n    to: [owner]\n";

    [Test]
    public void A_capability_may_grant_nothing_but_code()
    {
        var genome = GenomeCheck.Bind(Head + "    crossTenant: [Reports.Sum, Shop.Billing.CountAll, Program]\n    allow: { Store: [read] }\n");

        Assert.That(genome.Outline.Capabilities.Single().CrossTenant, Is.EqualTo(["Program", "Reports.Sum", "Shop.Billing.CountAll"]));
    }

    [TestCase("{|ARC0033:Billing.CountAll()|}")]
    [TestCase("{|ARC0033:.CountAll|}")]
    [TestCase("{|ARC0033:Billing..CountAll|}")]
    [TestCase("{|ARC0033:1Billing|}")]
    [TestCase("CountAll, {|ARC0025:CountAll|}")]
    public void A_name_is_one_of_a_member(string names) => GenomeCheck.Findings(Head + $"    allow: {{ Store: [read] }}\n    crossTenant: [{names}]\n");

    [Test]
    public void One_of_the_three_is_there() => GenomeCheck.Findings("roles: { owner: {} }\ncapabilities:\n  {|ARC0021:bill|}:\n    to: [owner]\n");
}
