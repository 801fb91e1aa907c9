namespace Archiet.Benchmarks.Api.Peers;

/// <summary>The raw endpoints' statements. $1 tenant, then each its own; a clinician's member row comes last.</summary>
internal static class RawSql
{
    public const string SetTenant = "SELECT set_config('app.tenant', $1, true)";

    public const string GetForFrontDesk = $"SELECT {FrontDesk} FROM patients WHERE {One}";
    public const string GetForClinician = $"SELECT {Treated} FROM patients WHERE {One} AND physician_id = $3";
    public const string ListForFrontDesk = $"SELECT {FrontDesk} FROM patients WHERE {Live}{Newest}";
    public const string ListForClinician = $"SELECT {Treated} FROM patients WHERE {Live} AND physician_id = $3{Newest}";
    public const string NextForFrontDesk = $"SELECT {FrontDesk} FROM patients WHERE {Live} AND id < $3{Newest}";
    public const string NextForClinician = $"SELECT {Treated} FROM patients WHERE {Live} AND id < $3 AND physician_id = $4{Newest}";

    public const string Insert = $"""
        INSERT INTO patients (tenant_id, id, number, name, date_of_birth, phone, address_street, address_postcode, address_city, insurance, physician_id, registered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now()) RETURNING {FrontDesk}
        """;

    // What only one of them sees stands at the same place, behind the address.
    private const string Common = "id, xmin, number, name, date_of_birth, phone, address_street, address_postcode, address_city";
    private const string FrontDesk = Common + ", insurance, physician_id, registered_at";
    private const string Treated = Common + ", record, physician_id, registered_at";

    private const string Live = "tenant_id = $1 AND deleted_at IS NULL";
    private const string One = Live + " AND id = $2";
    private const string Newest = " ORDER BY id DESC LIMIT $2";
}
