namespace Archiet.Precision.Mutations;

/// <summary>Statements that leave their tenant, as somebody in a hurry adds them. <c>clinic</c> stands for the context at hand.</summary>
internal static class InsertedCode
{
    private const string Kept = """
        public static class Kept
        {
            public static global::Clinic.ClinicContext? Context;
            public static System.Collections.Generic.List<global::Clinic.Model.Room>? Rooms;
            public static readonly System.Collections.Concurrent.ConcurrentDictionary<string, object> All = new();
            public static readonly System.Collections.Generic.List<global::Clinic.Model.Patient> Seen = new();
        }
        """;

    private const string Plain = """
        public sealed class PlainContext(Microsoft.EntityFrameworkCore.DbContextOptions<PlainContext> options) : Microsoft.EntityFrameworkCore.DbContext(options)
        {
            public Microsoft.EntityFrameworkCore.DbSet<global::Clinic.Model.Patient> Everybody => Set<global::Clinic.Model.Patient>();
        }
        """;

    private const string Every = """
        public static class Every
        {
            [Archiet.CrossTenant("the operator counts everything")]
            public static System.Linq.IQueryable<global::Clinic.Model.Patient> Patient(global::Clinic.ClinicContext of) => of.Patients.IgnoreQueryFilters();

            [Archiet.CrossTenant("the operator counts everything")]
            public static void Load(global::Clinic.ClinicContext of) => of.Patients.IgnoreQueryFilters().Load();
        }
        """;

    private const string NewRoom = "new Clinic.Model.Room { Id = Guid.NewGuid(), Name = \"\" }";

    /// <summary>The operators: name, statement, and what it needs beside it.</summary>
    public static IReadOnlyList<(string Name, string Statement, string Appended)> All { get; } =
    [
        ("SQL for a scalar", "_ = clinic.Database.SqlQueryRaw<int>(\"SELECT count(*) FROM patients\").ToList();", ""),
        ("SQL for a row", "_ = clinic.Database.SqlQuery<string>($\"SELECT name FROM patients\").ToList();", ""),
        ("SQL that writes", "clinic.Database.ExecuteSqlRaw(\"UPDATE patients SET name = ''\");", ""),
        ("SQL that writes, interpolated", "clinic.Database.ExecuteSql($\"DELETE FROM rooms\");", ""),
        ("the context's connection", "using var taken = clinic.Database.GetDbConnection().CreateCommand(); taken.CommandText = \"SELECT 1\"; taken.ExecuteScalar();", ""),
        ("a connection of one's own", "using var own = new Npgsql.NpgsqlConnection(\"Host=db\"); own.Open(); using var asked = new Npgsql.NpgsqlCommand(\"SELECT 1\", own); asked.ExecuteScalar();", ""),
        ("a data source of one's own", "using var own = Npgsql.NpgsqlDataSource.Create(\"Host=db\"); using var asked = own.CreateCommand(\"SELECT 1\"); asked.ExecuteScalar();", ""),
        ("a stub updated", $"clinic.Update({NewRoom});", ""),
        ("a stub removed", $"clinic.Rooms.Remove({NewRoom});", ""),
        ("a stub attached and changed", $"var stub = {NewRoom}; clinic.Rooms.Attach(stub); stub.Name = \"taken\";", ""),
        ("a stub's state set", $"var stub = {NewRoom}; clinic.Entry(stub).State = EntityState.Deleted;", ""),
        ("a stub reloaded", $"var stub = {NewRoom}; clinic.Attach(stub); clinic.Entry(stub).Reload();", ""),
        ("a stub's values of the database", $"var stub = {NewRoom}; clinic.Attach(stub); _ = clinic.Entry(stub).GetDatabaseValues();", ""),
        ("the tenant set through the entry", $"var row = {NewRoom}; clinic.Add(row); clinic.Entry(row).Property(\"TenantId\").CurrentValue = Guid.NewGuid();", ""),
        ("the tenant set through the entry's lambda", $"var row = {NewRoom}; clinic.Add(row); clinic.Entry(row).Property(one => one.TenantId).CurrentValue = Guid.NewGuid();", ""),
        ("the tenant set by ExecuteUpdate", "clinic.Rooms.ExecuteUpdate(set => set.SetProperty(row => row.TenantId, Guid.NewGuid()));", ""),
        ("the tenant set by its name in ExecuteUpdate", "clinic.Rooms.ExecuteUpdate(set => set.SetProperty(row => EF.Property<Guid>(row, \"TenantId\"), Guid.NewGuid()));", ""),
        ("the context in a static field", "Kept.Context = clinic;", Kept),
        ("rows in a static field", "Kept.Rooms = clinic.Rooms.ToList();", Kept),
        ("rows in a static dictionary", "Kept.All[\"rooms\"] = clinic.Rooms.ToList();", Kept),
        ("rows in a static list", "Kept.Seen.AddRange(clinic.Patients.ToList());", Kept),
        ("rows in a memory cache", "new ServiceCollection().BuildServiceProvider().GetRequiredService<Microsoft.Extensions.Caching.Memory.IMemoryCache>().Set<object>(\"rooms\", clinic.Rooms.ToList());", ""),
        ("rows in a file", "System.IO.File.WriteAllLines(\"rooms.txt\", clinic.Rooms.Select(row => row.Name).ToList());", ""),
        ("a task of the background", "_ = Task.Run(() => clinic.Rooms.Count());", ""),
        ("a timer", "_ = new Timer(_ => clinic.Rooms.Count(), null, 0, 1000);", ""),
        ("the pool of threads", "ThreadPool.QueueUserWorkItem(_ => clinic.Rooms.Count());", ""),
        ("the join table", "_ = clinic.Set<Dictionary<string, object>>(\"patients_allergies\").ToList();", ""),
        ("a second context", "_ = new PlainContext(new DbContextOptionsBuilder<PlainContext>().Options).Everybody.ToList();", Plain),
        ("a context made by hand", "_ = new Clinic.ClinicContext(new DbContextOptionsBuilder<Clinic.ClinicContext>().Options).Rooms.ToList();", ""),
        ("a pool of contexts", "new ServiceCollection().AddDbContextPool<Clinic.ClinicContext>(options => options.UseNpgsql(\"Host=db\"));", ""),
        ("a context for life", "new ServiceCollection().AddSingleton<Clinic.ClinicContext>();", ""),
        ("an unscoped query handed on", "_ = Every.Patient(clinic).ToList();", Every),
        ("Find after everything was read", "Every.Load(clinic); _ = clinic.Patients.Find(clinic.Tenant, Guid.NewGuid());", Every),
        ("Local after everything was read", "Every.Load(clinic); _ = clinic.Patients.Local.Count;", Every),
    ];
}
