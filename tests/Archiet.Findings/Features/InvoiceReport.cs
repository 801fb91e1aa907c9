using System.Globalization;
using Archiet;
using Clinic.Model;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Features;

/// <summary>What the owner reads at the end of a month.</summary>
public sealed class InvoiceReport(ClinicContext clinic)
{
    public async Task<Dictionary<InvoiceStatus, int>> CountsAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        return await clinic.Invoices.Where(invoice => invoice.IssuedOn >= from && invoice.IssuedOn < to)
            .GroupBy(invoice => invoice.Status)
            .ToDictionaryAsync(each => each.Key, each => each.Count(), cancel);
    }

    public async Task<List<string>> OverdueAsync(DateOnly today, CancellationToken cancel)
    {
        var numbers = new List<string>();
        await foreach (var invoice in clinic.Invoices.AsNoTracking().Where(invoice => invoice.DueOn < today && invoice.Status == InvoiceStatus.Sent).AsAsyncEnumerable().WithCancellation(cancel))
        {
            numbers.Add(invoice.Number);
        }
        return numbers;
    }

    public async Task ExportAsync(string folder, CancellationToken cancel)
    {
        var lines = await clinic.Invoices.Include(invoice => invoice.Lines).OrderBy(invoice => invoice.Number)
            .Select(invoice => invoice.Number + ";" + invoice.IssuedOn.ToString(CultureInfo.InvariantCulture))
            .ToListAsync(cancel);
        await File.WriteAllLinesAsync(Path.Combine(folder, $"{clinic.Tenant}", "invoices.csv"), lines, cancel);
    }

    public async Task<int> PostponeAsync(DateOnly due, int days, CancellationToken cancel)
    {
        var invoices = await clinic.Invoices.Where(invoice => invoice.DueOn == due).ToListAsync(cancel);
        foreach (var invoice in invoices)
        {
            invoice.DueOn = invoice.DueOn.AddDays(days);
        }
        await clinic.SaveChangesAsync(cancel);
        return invoices.Count;
    }
}
