using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Tests.Web;

/// <summary>The project around a test of the web's rules.</summary>
internal static class Web
{
    /// <summary>What a web project imports by itself.</summary>
    private const string Usings = """
        global using Microsoft.AspNetCore.Authorization;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using Archiet;
        """;

    /// <summary>A test of code that stands by itself.</summary>
    public static AnalyzerTest Test(DiagnosticAnalyzer analyzer, string id, string markup) =>
        new AnalyzerTest(analyzer).WithDefaultId(id).WithSource(Usings, "Usings.cs").WithSource(markup);

    /// <summary>A test of statements in a method that has an app at hand.</summary>
    public static AnalyzerTest TestBody(DiagnosticAnalyzer analyzer, string id, string markup) => Test(analyzer, id, Body(markup));

    /// <summary>The file around such statements.</summary>
    public static string Body(string markup) => $$"""
        static class Code
        {
            public static async Task Run(WebApplication app, WebApplicationBuilder builder, HttpContext http, ILogger logger, string name)
            {
                await Task.Yield();
                {{markup}}
            }

            public static string Handle() => "";
        }
        """;
}
