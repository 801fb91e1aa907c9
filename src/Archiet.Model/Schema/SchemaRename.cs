namespace Archiet.Model;

/// <summary>What is renamed.</summary>
public enum RenameKind
{
    /// <summary>An entity, and with it its table.</summary>
    Table,

    /// <summary>A field, and with it its column.</summary>
    Column,

    /// <summary>A member of an enum, and with it what rows hold.</summary>
    Member,
}

/// <summary>Something that is called otherwise from here on and keeps its data: the genome's <c>was:</c>.</summary>
/// <param name="Kind">What it is. A renamed entity takes its links along, and a renamed value the columns of its fields; a link is renamed as a field is.</param>
/// <param name="From">Its origin before, as in <c>Patient.surname</c>: of an entity the name, of a field the entity's new name and the field's old one, of a member likewise.</param>
/// <param name="To">Its origin after.</param>
public sealed record SchemaRename(RenameKind Kind, string From, string To);
