using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>What the emitted schema does with rows of two tenants.</summary>
public sealed class BehaviourTests
{
    private const string A = "00000000-0000-0000-0000-00000000000a";
    private const string B = "00000000-0000-0000-0000-00000000000b";

    private MigratedApp migrated = null!;
    private string app = "";

    [OneTimeSetUp]
    public void Migrate()
    {
        migrated = new MigratedApp(Genomes.Clinic).Migrate();
        app = Postgres.As(migrated.ConnectionString, migrated.AppRole);
        foreach (var tenant in new[] { A, B })
        {
            Postgres.Execute(app, $"""
                SET app.tenant = '{tenant}';
                INSERT INTO clinicians (tenant_id, id, name, email) VALUES ('{tenant}', '{tenant}', 'Ada', 'ada@clinic.example');
                INSERT INTO patients (tenant_id, id, name, date_of_birth, status, physician_id, balance, created_at, changed_at)
                VALUES ('{tenant}', '{tenant}', 'Kim', '2000-01-01', 'active', '{tenant}', 0, now(), now());
                """);
        }
    }

    [Test]
    public void Without_a_tenant_there_are_no_rows() => Assert.That(Postgres.Query(app, "SELECT count(*) FROM patients"), Is.EqualTo(["0"]));

    [Test]
    public void A_session_that_only_says_it_migrates_sees_no_rows() =>
        Assert.That(Postgres.Query(app, "SET app.migrating = 'on'; SELECT count(*) FROM patients"), Is.EqualTo(["0"]));

    [Test]
    public void A_row_cannot_be_put_into_another_tenant() => Assert.That(
        () => Postgres.Execute(app, $"SET app.tenant = '{A}'; INSERT INTO clinicians (tenant_id, id, name, email) VALUES ('{B}', gen_random_uuid(), 'Eve', 'eve@clinic.example')"),
        Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("42501"));

    [Test]
    public void A_row_cannot_refer_to_another_tenants_row() => Assert.That(
        () => Postgres.Execute(app, $"SET app.tenant = '{A}'; UPDATE patients SET physician_id = '{B}'"),
        Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("23503").And.Property("ConstraintName").EqualTo("fk_patients_physician_id"));

    [Test]
    public void Half_an_address_is_refused_by_its_name() => Assert.That(
        () => Postgres.Execute(app, $"SET app.tenant = '{A}'; UPDATE patients SET address_note = 'The blue door.'"),
        Throws.InstanceOf<PostgresException>().With.Property("ConstraintName").EqualTo("ck_patients_address"));

    [Test]
    public void A_practice_is_its_own_tenant() => Assert.That(
        () => Postgres.Execute(app, $"SET app.tenant = '{A}'; INSERT INTO practices (tenant_id, id, name, address_street, address_city) VALUES ('{A}', '{B}', 'Other', 'Street', 'City')"),
        Throws.InstanceOf<PostgresException>().With.Property("ConstraintName").EqualTo("ck_practices_tenant"));

    [Test]
    public void A_deleted_target_leaves_the_row_with_its_tenant() => Assert.That(
        Postgres.Query(app, $"""
            BEGIN;
            SET LOCAL app.tenant = '{A}';
            DELETE FROM clinicians;
            SELECT tenant_id || ' ' || coalesce(physician_id::text, 'none') FROM patients;
            ROLLBACK;
            """),
        Is.EqualTo([$"{A} none"]));
}
