using Archiet.Evolution.Databases;
using Archiet.Evolution.Genomes;

namespace Archiet.Evolution.Apps;

/// <summary>How a project's migrations reach a database.</summary>
internal interface IApplier
{
    /// <summary>Applies what the project has sealed and the database lacks.</summary>
    Task ApplyAsync(Project project, Database database, Report report);

    /// <summary>Makes an empty database what the project's genome says, as if there had never been another one.</summary>
    Task MakeAsync(Project project, Database database);
}
