using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1005UntrackedRowTests
{
    private const string Id = "ARC1005";

    [TestCase("clinic.[|Update|](new Patient { Id = id, Name = name });")]
    [TestCase("clinic.Patients.[|Update|](new Patient { Id = id, Name = name });")]
    [TestCase("clinic.Set<Patient>().[|Remove|](new() { Id = id });")]
    [TestCase("clinic.[|Remove|](new Patient { Id = id });")]
    [TestCase("clinic.[|Attach|](new Patient { Id = id }).Property(it => it.Name).IsModified = true;")]
    [TestCase("var patient = new Patient { Id = id }; clinic.[|Attach|](patient); patient.Name = name;")]
    [TestCase("var patient = new Patient(); patient.Id = id; clinic.[|Update|](patient);")]
    [TestCase("Patient patient; patient = new Patient { Id = id }; clinic.[|Update|](patient);")]
    [TestCase("var patient = name == \"\" ? clinic.Patients.First() : new Patient { Id = id }; clinic.[|Update|](patient);")]
    [TestCase("var patient = clinic.Patients.Find(id) ?? new Patient { Id = id }; clinic.[|Update|](patient);")]
    [TestCase("clinic.[|UpdateRange|](new Patient { Id = id }, new Visit { Id = id });")]
    [TestCase("clinic.Patients.[|RemoveRange|](ids.Select(it => new Patient { Id = it }));")]
    [TestCase("clinic.Patients.[|RemoveRange|]([new Patient { Id = id }]);")]
    [TestCase("var all = new List<Patient> { new() { Id = id } }; clinic.[|RemoveRange|](all);")]
    [TestCase("foreach (var patient in ids.Select(it => new Patient { Id = it }).ToList()) { clinic.[|Remove|](patient); }")]
    [TestCase("ids.Select(it => new Patient { Id = it }).ToList().ForEach(it => clinic.[|Remove|](it));")]
    [TestCase("clinic.Entry(new Patient { Id = id }).[|State|] = EntityState.Modified;")]
    [TestCase("var patient = new Patient { Id = id }; clinic.Entry(patient).[|State|] = EntityState.Deleted;")]
    [TestCase("var patient = new Patient { Id = id }; clinic.Entry(patient).[|State|] = name == \"\" ? EntityState.Added : EntityState.Modified;")]
    [TestCase("var entry = clinic.Entry(new Patient { Id = id }); entry.[|State|] = EntityState.Unchanged;")]
    [TestCase("var patient = new Patient { Id = id }; clinic.Entry(patient).[|Reload|]();")]
    [TestCase("_ = await clinic.Entry(new Patient { Id = id }).[|GetDatabaseValuesAsync|]();")]
    [TestCase("clinic.ChangeTracker.[|TrackGraph|](new Patient { Id = id }, node => node.Entry.State = EntityState.Modified);")]
    [TestCase("clinic?.[|Update|](new Patient { Id = id });")]
    [TestCase("clinic.[|Update|](System.Text.Json.JsonSerializer.Deserialize<Patient>(name)!);")]
    [TestCase("clinic.[|UpdateRange|](System.Text.Json.JsonSerializer.Deserialize<List<Patient>>(name)!);")]
    [TestCase("var rows = System.Text.Json.JsonSerializer.Deserialize<Patient[]>(name)!; clinic.Patients.[|AttachRange|](rows);")]
    [TestCase("void Save(Patient it) => clinic.Update(it); Save([|new Patient { Id = id }|]);")]
    [TestCase("Patient Make() => new() { Id = id }; clinic.[|Update|](Make());")]
    [TestCase("_ = Task.Run(() => clinic.[|Remove|](new Patient { Id = id }));")]
    [TestCase("((DbContext)clinic).[|Update|]((object)new Patient { Id = id });")]
    public void A_row_that_code_made(string code) => TestBody(code);

    [TestCase("var patient = clinic.Patients.First(it => it.Id == id); patient.Name = name; clinic.Update(patient);")]
    [TestCase("var patient = await clinic.Patients.FindAsync(id); clinic.Remove(patient!);")]
    [TestCase("if (await clinic.Patients.FindAsync(id) is { } patient) { clinic.Remove(patient); }")]
    [TestCase("clinic.Remove(await clinic.Patients.SingleAsync(it => it.Id == id));")]
    [TestCase("foreach (var patient in clinic.Patients.Where(it => it.Name == name)) { clinic.Remove(patient); }")]
    [TestCase("clinic.RemoveRange(clinic.Patients.Where(it => it.Name == name));")]
    [TestCase("var all = await clinic.Patients.ToListAsync(); all.ForEach(it => clinic.Remove(it));")]
    [TestCase("var patient = clinic.Patients.Include(it => it.Visits).First(); clinic.RemoveRange(patient.Visits);")]
    [TestCase("clinic.Update(new Patient { Name = name });", Description = "without an id it is a new row")]
    [TestCase("var patient = new Patient { Name = name }; clinic.Attach(patient);")]
    [TestCase("clinic.Add(new Patient { Id = id }); clinic.Patients.AddRange(new Patient { Id = id });")]
    [TestCase("var patient = new Patient { Id = id }; clinic.Add(patient); clinic.SaveChanges(); patient.Name = name; clinic.Update(patient);", Description = "known to the context by then")]
    [TestCase("var visit = new Visit { Id = id }; clinic.Patients.First().Visits.Add(visit); clinic.Remove(visit);")]
    [TestCase("var patient = new Patient { Id = id }; clinic.Entry(patient).State = EntityState.Added;")]
    [TestCase("clinic.Entry(clinic.Patients.First()).State = EntityState.Modified;")]
    [TestCase("var patient = clinic.Patients.First(); await clinic.Entry(patient).ReloadAsync();")]
    [TestCase("clinic.Entry(clinic.Patients.First()).State = EntityState.Detached;")]
    [TestCase("var list = new List<Patient>(); list.Remove(new Patient { Id = id });", Description = "a list")]
    [TestCase("blog.Update(new Post { Id = id }); blog.Remove(new Comment { Id = id });")]
    [TestCase("blog.Entry(new Post { Id = id }).State = EntityState.Modified;")]
    [TestCase("void Save(Patient it) => clinic.Update(it); Save(clinic.Patients.First());")]
    [TestCase("Patient Load() => clinic.Patients.First(); clinic.Update(Load());")]
    [TestCase("foreach (var entry in clinic.ChangeTracker.Entries<Patient>()) { entry.Reload(); entry.State = EntityState.Unchanged; }")]
    [TestCase("clinic.Remove(given);", Description = "a parameter whose callers are not here: the runtime's guard holds it")]
    [TestCase("[CrossTenant(because: \"the import owns all its rows\")] void Import() => clinic.Update(new Patient { Id = id }); Import();")]
    public void A_row_that_a_query_found_or_that_is_new(string code) => TestBody(code);

    [Test]
    public void Through_the_members_of_the_project() => Contexts.Test(new Arc1005UntrackedRow(), Id, """
        public interface IPatients { void Save(Patient patient); Task<Patient?> Find(Guid id); }

        public class Patients(ClinicContext db) : IPatients
        {
            public void Save(Patient patient) => db.Update(patient);
            public async Task<Patient?> Find(Guid id) => await db.Patients.FirstOrDefaultAsync(it => it.Id == id);
        }

        public class Generic<T>(ClinicContext db) where T : class
        {
            public void Delete(T row) => db.Set<T>().Remove(row);
            public void DeleteAll(IEnumerable<T> rows) => db.Set<T>().RemoveRange(rows);
        }

        public record Input(Guid Id, string Name);

        public class Service(IPatients patients, Generic<Patient> generic, ClinicContext db)
        {
            private Patient? kept;

            public void Wrong(Input input) => patients.Save([|new Patient { Id = input.Id, Name = input.Name }|]);
            public void Mapped(Input input) => patients.Save([|Map(input)|]);
            public void Deleted(Guid id) => generic.Delete([|new Patient { Id = id }|]);
            public void AllDeleted(List<Guid> ids) => generic.DeleteAll([|ids.ConvertAll(id => new Patient { Id = id })|]);
            public void Keep(Guid id) => kept = new Patient { Id = id };
            public void Flush() => db.[|Update|](kept!);

            public async Task Right(Input input)
            {
                var patient = await patients.Find(input.Id);
                patient!.Name = input.Name;
                patients.Save(patient);
                generic.Delete(patient);
                db.Remove((await patients.Find(input.Id))!);
            }

            private static Patient Map(Input input) => new() { Id = input.Id, Name = input.Name };
        }
        """).Verify();

    [Test]
    public void What_a_request_fills() => Contexts.Test(new Arc1005UntrackedRow(), Id, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class PatientsController(ClinicContext db) : ControllerBase
        {
            public void Put(Patient patient) => db.[|Update|](patient);
            [NonAction] public void Save(Patient patient) => db.Update(patient);
            public async Task PutRead() => db.[|Update|]((await Request.ReadFromJsonAsync<Patient>())!);
        }

        public static class Routes
        {
            public static void Map(WebApplication app)
            {
                app.MapPut("/a", (Patient patient, ClinicContext db) => { db.[|Update|](patient); return db.SaveChangesAsync(); });
                app.MapPut("/b", async (Guid id, ClinicContext db) => { var patient = await db.Patients.FindAsync(id); db.Remove(patient!); });
            }
        }
        """).Verify();

    [TestCase("invoices.[|Update|](new Invoice { Id = 1 });")]
    [TestCase("ledger.Ledgers.[|Remove|](new Cash { Id = 1 });")]
    [TestCase("any.[|Attach|](new Ledger { Id = 1 });")]
    [TestCase("orders.[|Update|](new Order { Id = 1 });")]
    [TestCase("invoices.Update(new Country { Id = 1 });")]
    [TestCase("invoices.Update(invoices.Invoices.First());")]
    [TestCase("countries.Remove(new Country { Id = 1 });")]
    [TestCase("invoices.RemoveRange(invoices.Invoices.Select(it => new Invoice { Id = it.Id }));", Description = "by the ids of rows that a query found")]
    public void Marked_entities(string code) => MarkedContexts.TestBody(new Arc1005UntrackedRow(), Id, code).WithOption("archiet_tenant_markers", "App.IHasCompany").Verify();

    private static void TestBody(string code) => Contexts.Test(new Arc1005UntrackedRow(), Id, $$"""
        class Code(ClinicContext clinic, BlogContext blog)
        {
            public async Task Run(Guid id, Guid[] ids, string name, Patient given)
            {
                await Task.Yield();
                {{code}}
            }

            public object Both => (clinic, blog);
        }
        """).Verify();
}
