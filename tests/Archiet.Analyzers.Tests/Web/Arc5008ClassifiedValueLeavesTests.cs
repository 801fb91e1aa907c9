using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5008ClassifiedValueLeavesTests
{
    private const string Id = "ARC5008";

    private const string Model = """
        public class Patient
        {
            public Guid Id { get; set; }

            [Personal] public string Name { get; set; } = "";

            [Phi] public string? Diagnosis { get; set; }

            [Personal] public Address Address { get; set; } = new("", "");

            [Financial] public decimal Owes { get; set; }

            [Secret] public byte[] Key { get; set; } = [];

            public string Ward { get; set; } = "";
        }

        public record Address(string Street, string City);

        public record Card([property: Personal] string Holder, int Year);

        public static partial class Logs
        {
            [LoggerMessage(1, LogLevel.Information, "{Who} came")]
            public static partial void Came(ILogger logger, string who);

            public static partial void Came(ILogger logger, string who) { }
        }
        """;

    [TestCase("logger.LogInformation(\"{Name} came\", [|patient.Name|]);")]
    [TestCase("logger.LogWarning([|$\"{patient.Name} came\"|]);")]
    [TestCase("logger.LogError(new Exception(), \"{A} {B}\", patient.Id, [|patient.Diagnosis|]);")]
    [TestCase("logger.Log(LogLevel.Debug, \"{A}\", [|patient.Name.ToUpperInvariant()|]);")]
    [TestCase("logger.LogInformation([|\"came: \" + patient.Name|]);")]
    [TestCase("logger.LogInformation([|string.Format(\"{0} came\", patient.Name)|]);")]
    [TestCase("logger.LogInformation([|string.Join(\", \", patient.Ward, patient.Name)|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|patient.Address.City|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|patient?.Name|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|patient.Diagnosis ?? \"none\"|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|flag ? patient.Name : \"\"|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|flag switch { true => patient.Name, _ => \"\" }|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|patient.Owes|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|Convert.ToBase64String(patient.Key)|]);")]
    [TestCase("var text = $\"{patient.Name}\"; logger.LogInformation([|text|]);")]
    [TestCase("string text; text = patient.Name; logger.LogInformation(\"{A}\", [|text|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|card|]);")]
    [TestCase("logger.LogInformation([|$\"{card}\"|]);")]
    [TestCase("logger.LogInformation(\"{A}\", [|card.Holder|]);")]
    [TestCase("using var scope = logger.BeginScope([|patient.Name|]);")]
    [TestCase("using var scope = logger.BeginScope(\"{A}\", [|patient.Name|]);")]
    [TestCase("Logs.Came(logger, [|patient.Name|]);")]
    [TestCase("Console.WriteLine([|patient.Name|]);")]
    [TestCase("Console.Error.WriteLine(patient.Id); Console.Write(\"{0}\", [|patient.Name|]);")]
    [TestCase("System.Diagnostics.Trace.WriteLine([|patient.Name|]);")]
    [TestCase("throw new InvalidOperationException([|$\"{patient.Name} is not here\"|]);")]
    [TestCase("throw new ArgumentException(\"no\", [|patient.Name|]);")]
    [TestCase("throw new OperationRefused(\"code\", [|patient.Diagnosis|]!);")]
    [TestCase("activity.SetTag(\"name\", [|patient.Name|]);")]
    [TestCase("activity.AddTag(\"name\", [|patient.Name|]);")]
    [TestCase("activity.SetBaggage(\"name\", [|patient.Name|]);")]
    [TestCase("counter.Add(1, [|new KeyValuePair<string, object?>(\"name\", patient.Name)|]);")]
    [TestCase("counter.Add(1, new KeyValuePair<string, object?>(\"ward\", patient.Ward), [|new KeyValuePair<string, object?>(\"name\", patient.Name)|]);")]
    [TestCase("cache.Set([|patient.Name|], 1);")]
    [TestCase("cache.TryGetValue([|$\"patient:{patient.Name}\"|], out _);")]
    [TestCase("await distributed.GetStringAsync([|\"patient:\" + patient.Name|]);")]
    [TestCase("await client.GetAsync([|$\"/find?name={Uri.EscapeDataString(patient.Name)}\"|]);")]
    [TestCase("var to = new Uri([|\"https://x/\" + patient.Name|]);")]
    [TestCase("_ = Results.Redirect([|\"/patients/\" + patient.Name|]);")]
    [TestCase("http.Response.Redirect([|\"/patients/\" + patient.Name|]);")]
    [TestCase("_ = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(\"/x\", \"name\", [|patient.Name|]);")]
    public void It_goes_where_others_read_it(string code) => Verify(code);

    [TestCase("logger.LogInformation(\"{Id} came\", patient.Id);")]
    [TestCase("logger.LogInformation(\"{Ward}\", patient.Ward);")]
    [TestCase("logger.LogInformation(\"{A}\", patient.Name.Length);")]
    [TestCase("logger.LogInformation(\"{A}\", patient.Key.Length);")]
    [TestCase("logger.LogInformation(\"{A}\", patient.Name == \"\");")]
    [TestCase("logger.LogInformation(\"{A}\", patient.Diagnosis is null);")]
    [TestCase("logger.LogInformation(\"{A}\", Mask(patient.Name));")]
    [TestCase("logger.LogInformation(\"{A}\", patient.Name.GetHashCode());")]
    [TestCase("logger.LogInformation(\"{A}\", patient.Name.Contains('x'));")]
    [TestCase("logger.LogInformation(\"{A}\", nameof(patient.Name));")]
    [TestCase("logger.LogInformation(\"{A}\", patient.Address is null);")]
    [TestCase("logger.LogInformation(\"{A}\", patient);")]
    [TestCase("logger.LogInformation(\"{A}\", card.Year);")]
    [TestCase("var text = patient.Name; logger.LogInformation(\"{A}\", patient.Id); _ = text;")]
    [TestCase("Logs.Came(logger, patient.Ward);")]
    [TestCase("Console.WriteLine(patient.Id);")]
    [TestCase("throw new InvalidOperationException($\"{patient.Id} is not here\");")]
    [TestCase("_ = new StringContent(patient.Name);")]
    [TestCase("activity.SetTag(\"ward\", patient.Ward);")]
    [TestCase("counter.Add(1, new KeyValuePair<string, object?>(\"ward\", patient.Ward));")]
    [TestCase("counter.Add((int)patient.Owes * 0 + 1);")]
    [TestCase("cache.Set(patient.Id, patient.Name);")]
    [TestCase("await distributed.SetStringAsync($\"patient:{patient.Id}\", patient.Name);")]
    [TestCase("await client.PostAsync(\"/x\", new StringContent(patient.Name));")]
    [TestCase("await client.GetAsync($\"/patients/{patient.Id}\");")]
    [TestCase("_ = Results.Redirect($\"/patients/{patient.Id}\");")]
    [TestCase("_ = Results.Ok(patient.Name);")]
    [TestCase("patient.Name = patient.Name.Trim();")]
    [TestCase("_ = string.Concat(patient.Name, \" \");")]
    [TestCase("var found = new[] { patient }.Where(it => it.Name == \"x\").ToList();")]
    public void It_stays_or_is_something_else(string code) => Verify(code);

    private static void Verify(string code) => Web.Test(new Arc5008ClassifiedValueLeaves(), Id, $$"""
        static class Code
        {
            public static async Task Run(
                Patient patient, Card card, bool flag, ILogger logger, HttpContext http, HttpClient client, System.Diagnostics.Activity activity,
                System.Diagnostics.Metrics.Counter<int> counter, IMemoryCache cache, IDistributedCache distributed)
            {
                await Task.Yield();
                {{code}}
            }

            private static string Mask(string text) => text[..1];
        }
        """)
        .WithSource("global using Microsoft.Extensions.Caching.Distributed;\nglobal using Microsoft.Extensions.Caching.Memory;\n" + Model, "Model.cs").Verify();
}
