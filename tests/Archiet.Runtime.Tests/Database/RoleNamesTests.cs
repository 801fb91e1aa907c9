using System.Text;

namespace Archiet.Runtime.Tests.Database;

/// <summary>The names that the compiler writes into policies must be those that the runtime makes roles of.</summary>
public sealed class RoleNamesTests
{
    [TestCase("Clinic", "clinic")]
    [TestCase("SportsClub", "sports_club")]
    [TestCase("VATRate", "vat_rate")]
    [TestCase("Crm2Go", "crm2_go")]
    [TestCase("HTTPRoute", "http_route")]
    public void An_apps_name_in_snake_case(string app, string snake)
    {
        var roles = new RoleNames(app);

        Assert.That(new[] { roles.Database, roles.Owner, roles.Migrator, roles.App, roles.Provisioner, roles.Login, roles.Auditor }, Is.EqualTo(new[] { snake, snake + "_owner", snake + "_migrator", snake + "_app", snake + "_provisioner", snake + "_login", snake + "_auditor" }));
    }

    [Test]
    public void A_long_name_is_cut_within_what_PostgreSQL_keeps()
    {
        var roles = new RoleNames(new string('ö', 40));

        Assert.That(roles.Owner, Does.Match("^ö{27}_[0-9a-f]{8}$"));
        Assert.That(new[] { roles.Owner, roles.Migrator, roles.App, roles.Provisioner, roles.Login, roles.Auditor }.Select(Encoding.UTF8.GetByteCount), Has.All.LessThanOrEqualTo(63));
        Assert.That(new[] { roles.Owner, roles.Migrator, roles.App, roles.Provisioner, roles.Login, roles.Auditor }, Is.Unique);
    }
}
