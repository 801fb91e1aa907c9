using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Archiet.Cases.Tests;

/// <summary>The statements that the emitted migration of a genome runs on an empty database.</summary>
internal static class SchemaText
{
    public static string Of(Subject subject)
    {
        var app = subject.Model.App;
        var type = subject.Assembly.GetType(app.Namespace + "." + app.Name + "Context", throwOnError: true)!;
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        builder.UseNpgsql("Host=none");
        using var context = (DbContext)Activator.CreateInstance(type, builder.Options)!;
        var pending = (Migration)Activator.CreateInstance(subject.Assembly.GetType(app.Namespace + ".Migrations.Pending", throwOnError: true)!)!;
        var commands = context.GetService<IMigrationsSqlGenerator>().Generate(pending.UpOperations, context.GetService<IDesignTimeModel>().Model);
        return string.Join('\n', commands.Select(static command => command.CommandText.ReplaceLineEndings("\n").TrimEnd() + "\n"));
    }
}
