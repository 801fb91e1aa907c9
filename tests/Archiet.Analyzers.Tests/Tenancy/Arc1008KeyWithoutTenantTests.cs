using Archiet.Analyzers.Tenancy;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1008KeyWithoutTenantTests
{
    private const string Id = "ARC1008";

    [TestCase("memory.Set([|\"patients\"|], await clinic.Patients.ToListAsync());")]
    [TestCase("var patients = await clinic.Patients.ToListAsync(); memory.Set([|\"patients\"|], patients, TimeSpan.FromMinutes(5));")]
    [TestCase("await memory.GetOrCreateAsync([|\"patients\"|], entry => clinic.Patients.ToListAsync());")]
    [TestCase("await memory.GetOrCreateAsync([|\"patients\"|], async entry => { entry.SlidingExpiration = TimeSpan.FromMinutes(1); return await clinic.Patients.CountAsync(); });")]
    [TestCase("memory.GetOrCreate([|$\"patient:{id}\"|], _ => clinic.Patients.FirstOrDefault(patient => patient.Id == id));")]
    [TestCase("memory.GetOrCreate([|\"patient:\" + id|], _ => clinic.Patients.Find(id));")]
    [TestCase("memory.GetOrCreate([|(\"patients\", page)|], _ => clinic.Patients.Skip(page).ToList());")]
    [TestCase("memory.GetOrCreate([|id|], _ => clinic.Patients.Find(id));")]
    [TestCase("memory.GetOrCreate([|typeof(Patient)|], _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate([|new PatientKey(id)|], _ => clinic.Patients.Find(id));")]
    [TestCase("memory.GetOrCreate([|string.Format(\"patients-{0}\", page)|], _ => clinic.Patients.Skip(page).ToList());")]
    [TestCase("memory.GetOrCreate([|KeyOf(id)|], _ => clinic.Patients.Find(id));")]
    [TestCase("memory.GetOrCreate([|Patients|], _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate([|$\"found:{search}\"|], _ => clinic.Patients.Where(patient => patient.Name == search).ToList());")]
    [TestCase("var key = $\"patients:{page}\"; if (!memory.TryGetValue(key, out List<Patient>? found)) { found = await clinic.Patients.ToListAsync(); memory.Set([|key|], found); }")]
    [TestCase("using var entry = memory.CreateEntry([|\"patients\"|]); entry.Value = await clinic.Patients.ToListAsync();")]
    [TestCase("using var entry = memory.CreateEntry([|\"patients\"|]); entry.SetValue(clinic.Patients.ToList());")]
    [TestCase("memory.Set([|\"names\"|], string.Join(',', clinic.Patients.Select(patient => patient.Name)));")]
    [TestCase("memory.Set([|\"rows\"|], (from patient in clinic.Patients select new { patient.Name }).ToList());")]
    [TestCase("var first = await clinic.Patients.FirstAsync(); memory.Set([|$\"patient:{first.Id}\"|], new Row(first.Name));")]
    [TestCase("memory.Set([|\"patients\"|], LoadAll());")]
    [TestCase("memory.GetOrCreate([|\"patients\"|], Load);")]
    [TestCase("services.GetRequiredService<IMemoryCache>().Set([|\"patients\"|], clinic.Patients.ToList());")]
    [TestCase("memory.Set([|\"chart\"|], chart);")]
    [TestCase("memory.Set([|\"charts\"|], charts.Select(it => it.Text).ToArray());")]
    [TestCase("await distributed.SetStringAsync([|\"patients\"|], JsonSerializer.Serialize(await clinic.Patients.ToListAsync()));")]
    [TestCase("distributed.SetString([|$\"patient:{id}\"|], (await clinic.Patients.FirstAsync()).Name);")]
    [TestCase("await distributed.SetAsync([|\"patients\"|], JsonSerializer.SerializeToUtf8Bytes(clinic.Patients.ToList()), new DistributedCacheEntryOptions());")]
    [TestCase("await hybrid.GetOrCreateAsync([|\"patients\"|], async cancel => await clinic.Patients.ToListAsync(cancel));")]
    [TestCase("await hybrid.GetOrCreateAsync([|$\"patients:{page}\"|], async cancel => await clinic.Patients.Skip(page).ToListAsync(cancel));")]
    [TestCase("await hybrid.GetOrCreateAsync([|$\"patients:{page,4}:{id:N}\"|], async cancel => await clinic.Patients.Skip(page).ToListAsync(cancel));")]
    [TestCase("await hybrid.SetAsync([|$\"patient:{id}\"|], await clinic.Patients.FirstAsync(patient => patient.Id == id));")]
    [TestCase("Known[[|\"patients\"|]] = await clinic.Patients.ToListAsync();")]
    [TestCase("ByTenant[[|Guid.Empty|]] = await clinic.Patients.ToListAsync();")]
    [TestCase("Known.TryAdd([|\"patients\"|], await clinic.Patients.ToListAsync());")]
    [TestCase("Known.GetOrAdd([|$\"patients:{page}\"|], _ => clinic.Patients.ToList());")]
    [TestCase("Recent.[|Enqueue|](await clinic.Patients.FirstAsync());")]
    [TestCase("[|all|] ??= await clinic.Patients.ToListAsync();")]
    [TestCase("[|all|] = clinic.Patients.ToList();")]
    [TestCase("[|All|] = clinic.Patients.ToList();")]
    [TestCase("await hub.Clients.All.[|SendAsync|](\"changed\", await clinic.Patients.FirstAsync());")]
    [TestCase("await hub.Clients.Group([|\"clinicians\"|]).SendAsync(\"changed\", await clinic.Patients.FirstAsync());")]
    [TestCase("await hub.Clients.AllExcept(name).[|SendAsync|](\"changed\", chart);")]
    [TestCase("await File.WriteAllTextAsync([|\"patients.csv\"|], string.Join('\\n', clinic.Patients.Select(patient => patient.Name)));")]
    [TestCase("await File.WriteAllLinesAsync([|Path.Combine(\"exports\", \"patients.csv\")|], clinic.Patients.Select(patient => patient.Name).ToList());")]
    [TestCase("File.AppendAllText([|$\"/tmp/export-{DateTime.UtcNow}.csv\"|], chart.Text);")]
    public void Rows_of_one_tenant_where_all_look(string code) => TestBody(code);

    [TestCase("memory.Set($\"{clinic.Tenant}:patients\", await clinic.Patients.ToListAsync());")]
    [TestCase("memory.Set((clinic.Tenant, \"patients\"), await clinic.Patients.ToListAsync());")]
    [TestCase("memory.Set($\"{caller.Tenant}:patients\", await clinic.Patients.ToListAsync());")]
    [TestCase("memory.Set((caller, page), await clinic.Patients.ToListAsync());")]
    [TestCase("var tenant = clinic.Tenant; memory.GetOrCreate($\"patients:{tenant}\", _ => clinic.Patients.ToList());")]
    [TestCase("var key = $\"{clinic.Tenant}:\"; key += \"patients\"; memory.Set(key, clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate($\"patients:{tenantId}\", _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate($\"patients:{userId}\", _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate(name, _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate(Scoped(\"patients\"), _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate($\"{prefix}patients\", _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate($\"chart of {chart.TenantId}\", _ => chart);")]
    [TestCase("memory.GetOrCreate(chart, _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate($\"{http.User.Identity!.Name}\", _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate(http.Request.Path, _ => clinic.Patients.ToList());")]
    [TestCase("memory.GetOrCreate(\"posts\", _ => blog.Posts.ToList());")]
    [TestCase("memory.GetOrCreate(\"rates\", _ => new Dictionary<string, decimal>());")]
    [TestCase("memory.Set(\"rate\", RateOf(clinic.Patients.First().Name));")]
    [TestCase("memory.Set(\"empty\", new List<Chart>());")]
    [TestCase("memory.Set(\"started\", DateTime.UtcNow);")]
    [TestCase("memory.Set(\"name\", name);")]
    [TestCase("memory.Remove(\"patients\"); memory.TryGetValue(\"patients\", out _);")]
    [TestCase("caches.Of(clinic.Tenant).Set(\"patients\", clinic.Patients.ToList());")]
    [TestCase("var mine = new MemoryCache(new MemoryCacheOptions()); mine.Set(\"patients\", clinic.Patients.ToList());")]
    [TestCase("tenantCache.Set(\"patients\", clinic.Patients.ToList());")]
    [TestCase("await distributed.SetStringAsync($\"patients:{clinic.Tenant}\", JsonSerializer.Serialize(clinic.Patients.ToList()));")]
    [TestCase("await distributed.SetStringAsync(\"version\", \"1\");")]
    [TestCase("await hybrid.GetOrCreateAsync($\"{caller.Tenant}:patients\", async cancel => await clinic.Patients.ToListAsync(cancel));")]
    [TestCase("await hybrid.GetOrCreateAsync($\"{page}:{clinic.Tenant}\", async cancel => await clinic.Patients.Skip(page).ToListAsync(cancel));")]
    [TestCase("await hybrid.GetOrCreateAsync($\"{page}:{caller.Tenant:N}\", async cancel => await clinic.Patients.Skip(page).ToListAsync(cancel));")]
    [TestCase("Known[$\"{clinic.Tenant}\"] = await clinic.Patients.ToListAsync();")]
    [TestCase("ByTenant[clinic.Tenant] = await clinic.Patients.ToListAsync();")]
    [TestCase("ByTenant.GetOrAdd(clinic.Tenant, _ => clinic.Patients.ToList());")]
    [TestCase("mine = await clinic.Patients.ToListAsync();")]
    [TestCase("http.Items[\"patients\"] = await clinic.Patients.ToListAsync();")]
    [TestCase("flow.Value = await clinic.Patients.ToListAsync();")]
    [TestCase("OfThread = await clinic.Patients.ToListAsync();")]
    [TestCase("var known = new Dictionary<string, List<Patient>>(); known[\"patients\"] = clinic.Patients.ToList();")]
    [TestCase("_ = Compiled(clinic, id);")]
    [TestCase("byName = EF.CompileQuery((ClinicContext db, string it) => db.Patients.First(patient => patient.Name == it));")]
    [TestCase("order = (one, other) => string.CompareOrdinal(one.Text, other.Text);")]
    [TestCase("await hub.Clients.Group($\"tenant:{clinic.Tenant}\").SendAsync(\"changed\", await clinic.Patients.FirstAsync());")]
    [TestCase("await hub.Clients.All.SendAsync(\"maintenance\", DateTime.UtcNow.AddHours(1));")]
    [TestCase("await hub.Clients.User(userId).SendAsync(\"changed\", chart);")]
    [TestCase("await hub.Clients.Client(name).SendAsync(\"changed\", chart);")]
    [TestCase("await File.WriteAllTextAsync($\"{clinic.Tenant}/patients.csv\", string.Join('\\n', clinic.Patients.Select(patient => patient.Name)));")]
    [TestCase("await File.WriteAllTextAsync(Path.GetTempFileName(), string.Join('\\n', clinic.Patients.Select(patient => patient.Name)));")]
    [TestCase("await File.WriteAllTextAsync(\"log.txt\", \"started\");")]
    [TestCase("var patients = await clinic.Patients.ToListAsync(); patients.Add(new Patient()); await clinic.SaveChangesAsync();")]
    [TestCase("memory.Set(\"model\", clinic.Model.ToDebugString());")]
    public void What_is_a_tenants_own_or_nobodys(string code) => TestBody(code);

    [TestCase("service.GetBlobContainerClient(\"reports\").UploadBlob([|$\"patients-{page}.json\"|], BinaryData.FromObjectAsJson(clinic.Patients.ToList()));")]
    [TestCase("var reports = service.GetBlobContainerClient(\"reports\"); await reports.UploadBlobAsync([|\"patients.json\"|], BinaryData.FromObjectAsJson(await clinic.Patients.ToListAsync()));")]
    [TestCase("var blob = service.GetBlobContainerClient(\"reports\").GetBlobClient([|\"patients.json\"|]); blob.Upload(BinaryData.FromObjectAsJson(clinic.Patients.ToList()));")]
    [TestCase("service.GetBlobContainerClient(\"reports\").UploadBlob($\"{clinic.Tenant}/patients.json\", BinaryData.FromObjectAsJson(clinic.Patients.ToList()));")]
    [TestCase("service.GetBlobContainerClient(clinic.Tenant.ToString()).UploadBlob(\"patients.json\", BinaryData.FromObjectAsJson(clinic.Patients.ToList()));")]
    [TestCase("container.UploadBlob(\"patients.json\", BinaryData.FromObjectAsJson(clinic.Patients.ToList()));", Description = "a container that is handed in may be one tenant's")]
    [TestCase("service.GetBlobContainerClient(\"reports\").UploadBlob(\"rates.json\", BinaryData.FromObjectAsJson(new[] { 1 }));")]
    public void In_blobs(string code) => Project($$"""
        namespace System
        {
            public class BinaryData { public static BinaryData FromObjectAsJson<T>(T it) => new(); }
        }

        namespace Azure.Storage.Blobs
        {
            public class BlobServiceClient { public BlobContainerClient GetBlobContainerClient(string name) => new(); }
            public class BlobContainerClient
            {
                public BlobClient GetBlobClient(string name) => new();
                public void UploadBlob(string name, BinaryData data) { }
                public Task UploadBlobAsync(string name, BinaryData data) => Task.CompletedTask;
            }
            public class BlobClient { public void Upload(BinaryData data) { } }
        }

        class Code(ClinicContext clinic, Azure.Storage.Blobs.BlobServiceClient service)
        {
            public async Task Run(int page, Azure.Storage.Blobs.BlobContainerClient container)
            {
                await Task.Yield();
                _ = (page, container);
                {{code}}
            }

            public object All => (clinic, service);
        }
        """).Verify();

    [Test]
    public void A_reason_lifts_it() => Test("""
        class Report(ClinicContext clinic, IMemoryCache memory)
        {
            [CrossTenant(because: "the list of diagnoses is the same for all")]
            public void Keep() => memory.Set("patients", clinic.Patients.ToList());

            public void Leak() => memory.Set([|"patients"|], clinic.Patients.ToList());
        }
        """);

    [Test]
    public void The_id_of_the_entity_that_is_the_tenant_is_the_tenants() => Project("""
        class Report(ClinicContext clinic, IMemoryCache memory)
        {
            public object? Own(Guid id) => memory.GetOrCreate($"practice:{id}", _ => clinic.Visits.First(visit => visit.Id == id));

            public object? Rows(Guid visitId) => memory.GetOrCreate($"patients:{visitId}", _ => clinic.Patients.ToList());

            public object? Row(Guid id) => memory.GetOrCreate([|$"patient:{id}"|], _ => clinic.Patients.First(patient => patient.Id == id));

            public object? Constant() => memory.GetOrCreate([|"practice"|], _ => clinic.Visits.First());
        }
        """)
        .WithSource("class Map { public Map Tenant<T>(string example) => this; } class ClinicApp { void Describe(Map map) => map.Tenant<global::App.Visit>(\"{}\"); }", "App.g.cs")
        .Verify();

    private static void TestBody(string code) => Test($$"""
        record PatientKey(Guid Id);
        record Row(string Name);
        class Chart : ITenantOwned { public Guid TenantId { get; set; } public Guid Id { get; set; } public string Text { get; set; } = ""; }
        class Changes : Hub;
        class Caches { public IMemoryCache Of(Guid tenant) => new MemoryCache(new MemoryCacheOptions()); }
        abstract class TenantCache : IMemoryCache
        {
            public abstract ICacheEntry CreateEntry(object key);
            public abstract void Remove(object key);
            public abstract bool TryGetValue(object key, out object? value);
            public abstract void Dispose();
        }

        class Code(ClinicContext clinic, BlogContext blog, IMemoryCache memory, IDistributedCache distributed, HybridCache hybrid, IHubContext<Changes> hub, IServiceProvider services, TenantCache tenantCache, Caches caches)
        {
            private const string Patients = "patients";
            private static readonly ConcurrentDictionary<string, List<Patient>> Known = new();
            private static readonly ConcurrentDictionary<Guid, List<Patient>> ByTenant = new();
            private static readonly ConcurrentQueue<Patient> Recent = new();
            private static readonly AsyncLocal<List<Patient>> flow = new();
            private static readonly Func<ClinicContext, Guid, Patient> Compiled = EF.CompileQuery((ClinicContext db, Guid it) => db.Patients.First(patient => patient.Id == it));
            private static Func<ClinicContext, string, Patient>? byName;
            private static Comparison<Chart>? order;
            private static List<Patient>? all;
            private static List<Patient>? All { get; set; }
            [ThreadStatic] private static List<Patient>? OfThread;
            private List<Patient>? mine;
            private readonly string prefix = "a";

            public async Task Run(Guid id, int page, string name, string search, Guid tenantId, string userId, Chart chart, List<Chart> charts, Caller caller, HttpContext http)
            {
                await Task.Yield();
                {{code}}
            }

            private static string KeyOf(Guid id) => $"patient:{id}";
            private string Scoped(string key) => $"{clinic.Tenant}:{key}";
            private static decimal RateOf(string name) => name.Length;
            private List<Patient> LoadAll() => clinic.Patients.ToList();
            private List<Patient> Load(ICacheEntry entry) { var rows = clinic.Patients.ToList(); return rows; }
            public object Everything => (clinic, blog, memory, distributed, hybrid, hub, services, tenantCache, caches, Known, ByTenant, Recent, flow, Compiled, byName, order, all, All, OfThread, mine, prefix);
        }
        """);

    private static void Test(string code) => Project(code).Verify();

    private static AnalyzerTest Project(string code) => Contexts.Test(new Arc1008KeyWithoutTenant(), Id, """
        using System.Collections.Concurrent;
        using System.Text.Json;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Hybrid;
        using Microsoft.Extensions.Caching.Memory;
        using Microsoft.Extensions.DependencyInjection;

        """ + code);
}
