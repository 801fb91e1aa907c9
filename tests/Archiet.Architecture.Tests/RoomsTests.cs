using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;

namespace Archiet.Architecture.Tests;

/// <summary>The rooms of the compiler stand in the order in which data flows; each knows only the ones before it.</summary>
public sealed class RoomsTests
{
    private static readonly string[] Roslyn = ["Microsoft.CodeAnalysis.Analyzers", "Microsoft.CodeAnalysis.CSharp"];

    /// <summary>Every room with what it may reference: a new room, or a new arrow, is a decision and is written down here.</summary>
    private static readonly Room[] Rooms =
    [
        new("src/Archiet.Genome", "netstandard2.0", Pure: true, [], ["YamlDotNet"]),
        new("src/Archiet.Model", "netstandard2.0", Pure: true, ["Archiet.Genome"], []),
        new("src/Archiet.Emit", "netstandard2.0", Pure: true, ["Archiet.Model"], []),
        new("src/Archiet.Generators", "netstandard2.0", Pure: true, ["Archiet.Emit"], Roslyn),
        new("src/Archiet.Draft", "net10.0", Pure: false, ["Archiet.Genome"], []),
        new("src/Archiet.Runtime", "net10.0", Pure: false, [], ["Microsoft.EntityFrameworkCore.Relational", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL"]),
        new("analyzers/Archiet.Analyzers", "netstandard2.0", Pure: true, [], Roslyn),
        new("analyzers/Archiet.Analyzers.CodeFixes", "netstandard2.0", Pure: true, ["Archiet.Analyzers"], [.. Roslyn, "Microsoft.CodeAnalysis.CSharp.Workspaces"]),
        new("sdk/Archiet.Sdk.Tasks", "net10.0", Pure: false, ["Archiet.Emit"], ["Microsoft.Build.Utilities.Core"]),
        new("sdk/Archiet.Sdk.Draft", "net10.0", Pure: false, ["Archiet.Draft"], ["Microsoft.Build.Utilities.Core"]),
        new(
            "sdk/Archiet.Sdk", "net10.0", Pure: false,
            ["Archiet.Analyzers", "Archiet.Analyzers.CodeFixes", "Archiet.Generators", "Archiet.Runtime", "Archiet.Sdk.Draft", "Archiet.Sdk.Tasks"], []),
    ];

    private static IEnumerable<TestCaseData> Projects =>
        new[] { "src", "analyzers", "sdk" }.SelectMany(folder => Repository.Files(folder, "*.csproj")).Select(path => new TestCaseData(path).SetArgDisplayNames(path));

    private static IEnumerable<TestCaseData> Assemblies =>
        new[] { "Archiet.Genome", "Archiet.Model", "Archiet.Emit", "Archiet.Generators", "Archiet.Analyzers", "Archiet.Runtime" }.Select(name => new TestCaseData(name));

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_no_more_than_its_room_allows(string path)
    {
        var room = RoomOf(path);
        var project = XDocument.Parse(Repository.Read(path));

        var projects = Includes(project, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')));
        var packages = Includes(project, "PackageReference");

        Assert.Multiple(() =>
        {
            Assert.That(projects, Is.SubsetOf(room.Projects));
            Assert.That(packages, Is.SubsetOf(room.Packages));
            Assert.That(project.Descendants("TargetFramework").Select(target => target.Value), Is.EqualTo(new[] { room.Target }));
            Assert.That(project.Descendants("ArchietPureRoom").Any(pure => pure.Value == "true"), Is.EqualTo(room.Pure), "Pure rooms take the banned symbols.");
        });
    }

    [TestCaseSource(nameof(Assemblies))]
    public void A_compiled_room_refers_only_to_rooms_before_it(string name)
    {
        var allowed = Reachable(name).ToHashSet(StringComparer.Ordinal);

        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.That(references.Where(reference => reference.StartsWith("Archiet.", StringComparison.Ordinal)), Is.SubsetOf(allowed));
    }

    [TestCase("Archiet.Genome")]
    [TestCase("Archiet.Model")]
    [TestCase("Archiet.Emit")]
    public void The_engine_knows_neither_Roslyn_nor_MSBuild(string name)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.That(references, Has.None.StartsWith("Microsoft.CodeAnalysis").And.None.StartsWith("Microsoft.Build"));
    }

    [TestCase("Archiet.Model")]
    [TestCase("Archiet.Emit")]
    [TestCase("Archiet.Generators")]
    public void Only_the_genome_reader_knows_the_YAML_library(string name) =>
        Assert.That(Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name), Has.None.EqualTo("YamlDotNet"));

    [Test]
    public void No_type_of_the_YAML_library_shows_in_the_genome_readers_public_members()
    {
        var shown = Assembly.Load("Archiet.Genome").GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(TypesOf)
            .Select(type => type.Assembly.GetName().Name);

        Assert.That(shown, Has.None.EqualTo("YamlDotNet"));
    }

    private static Room RoomOf(string path) => Array.Find(Rooms, room => path == $"{room.Folder}/{room.Name}.csproj")
        ?? throw new AssertionException($"{path} is a room that nobody decided on.");

    private static IEnumerable<string> Reachable(string name) =>
        Array.Find(Rooms, room => room.Name == name)!.Projects.SelectMany(project => Reachable(project).Append(project));

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void)),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        EventInfo raised => [raised.EventHandlerType!],
        Type nested => [nested.BaseType ?? typeof(object)],
        _ => [],
    };

    private sealed record Room(string Folder, string Target, bool Pure, string[] Projects, string[] Packages)
    {
        public string Name => Folder[(Folder.LastIndexOf('/') + 1)..];
    }
}
