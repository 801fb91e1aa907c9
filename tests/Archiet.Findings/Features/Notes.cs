using Archiet;
using Clinic.Model;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Features;

/// <summary>The notes of visits: queries that are built up, compiled, and put together.</summary>
public sealed class Notes(ClinicContext clinic)
{
    private static readonly Func<ClinicContext, Guid, IAsyncEnumerable<VisitNote>> OfAppointment =
        EF.CompileAsyncQuery((ClinicContext of, Guid appointment) => of.VisitNotes.Where(note => note.AppointmentId == appointment));

    public async Task<List<VisitNote>> OfAsync(Guid appointment, CancellationToken cancel)
    {
        var notes = new List<VisitNote>();
        await foreach (var note in OfAppointment(clinic, appointment).WithCancellation(cancel))
        {
            notes.Add(note);
        }
        return notes;
    }

    public async Task<List<VisitNote>> SearchAsync(string? text, Guid? writer, CancellationToken cancel)
    {
        IQueryable<VisitNote> notes = clinic.VisitNotes.AsNoTracking();
        if (text is not null)
        {
            notes = notes.Where(note => EF.Functions.ILike(note.Text, $"%{text}%"));
        }
        if (writer is { } by)
        {
            notes = notes.Where(note => note.WrittenById == by);
        }
        return await Newest(notes).Take(50).ToListAsync(cancel);
    }

    public async Task<int> BothAsync(Guid one, Guid other, CancellationToken cancel)
    {
        return await clinic.VisitNotes.Where(note => note.AppointmentId == one).Union(clinic.VisitNotes.Where(note => note.AppointmentId == other)).CountAsync(cancel);
    }

    public async Task<int> RemoveAsync(Guid appointment, CancellationToken cancel)
    {
        return await clinic.VisitNotes.Where(note => note.AppointmentId == appointment).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<VisitNote> Newest(IQueryable<VisitNote> notes) => notes.OrderByDescending(note => note.WrittenAt);
}
