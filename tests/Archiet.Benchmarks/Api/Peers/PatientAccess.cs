using Microsoft.AspNetCore.Http;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>How a caller sees patients, as Clinic's capabilities have it.</summary>
internal enum PatientView
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Every patient, but no record: owners and receptionists, whatever else they are.</summary>
    FrontDesk,

    /// <summary>Those whom one answers for, with their records, but not their insurance: clinicians.</summary>
    Treating,
}

/// <summary>Who may do what with patients, by hand, for both peers: the same table of grants that generated endpoints ask, and what it says of rows and fields.</summary>
internal sealed class PatientAccess(AccessTable access)
{
    private static readonly int Entity = OrdinalOf<Clinic.Model.Patient>();

    private readonly ulong frontDesk = access.BitsOf(["owner", "receptionist"]);

    /// <summary>How the caller sees patients in this operation.</summary>
    public PatientView ViewOf(HttpContext http, Verbs verb, out Caller caller)
    {
        caller = Caller.Of(http)!;
        return caller is not { HasTenant: true } || (access.For(caller.Roles, Entity) & verb) == 0 ? PatientView.None
            : (caller.Roles & frontDesk) != 0 ? PatientView.FrontDesk
            : PatientView.Treating;
    }

    private static int OrdinalOf<T>()
        where T : class, IEntity<T> => T.Table.Ordinal;
}
