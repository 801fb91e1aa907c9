namespace Archiet.Precision.Mutations;

/// <summary>What a team adds to the emitted context, in the partial method that is there for it, and loses the filter by.</summary>
internal static class ModelCode
{
    /// <summary>The operators: name, and the declaration.</summary>
    public static IReadOnlyList<(string Name, string Declaration)> All { get; } =
    [
        ("the filter replaced under its name", Extend("model.Entity<Clinic.Model.Patient>().HasQueryFilter(\"tenant\", row => row.Name != \"\");")),
        ("the filter replaced by its constant", Extend("model.Entity<Clinic.Model.Patient>().HasQueryFilter(Archiet.EntityContext.TenantFilter, row => row.Name != \"\");")),
        ("the filter taken away", Extend("model.Entity<Clinic.Model.Patient>().HasQueryFilter(\"tenant\", null!);")),
        ("the filter taken away through the metadata", Extend("model.Entity<Clinic.Model.Patient>().Metadata.SetQueryFilter(\"tenant\", null);")),
        ("an anonymous filter beside the tenant's", Extend("model.Entity<Clinic.Model.Patient>().HasQueryFilter(row => row.Name != \"\");")),
        ("a filter of a captured tenant", Extend("var mine = Tenant; model.Entity<Clinic.Model.Patient>().HasQueryFilter(\"tenant\", row => row.TenantId == mine);")),
        ("a filter with a way out", Extend("model.Entity<Clinic.Model.Patient>().HasQueryFilter(\"tenant\", row => Everything || row.TenantId == Tenant);", "public bool Everything => true;")),
        ("a view without a tenant", Extend("model.Entity<PatientRow>().HasNoKey().ToView(\"patient_rows\");", "public sealed class PatientRow { public string Name { get; set; } = \"\"; }")),
        ("SQL as the source of an entity", Extend("model.Entity<PatientRow>().HasNoKey().ToSqlQuery(\"SELECT name FROM patients\");", "public sealed class PatientRow { public string Name { get; set; } = \"\"; }")),
    ];

    private static string Extend(string statement, string member = "") => $$"""
        namespace Clinic
        {
            using Microsoft.EntityFrameworkCore;

            public sealed partial class ClinicContext
            {
                {{member}}

                partial void Extend(ModelBuilder model)
                {
                    {{statement}}
                }
            }
        }
        """;
}
