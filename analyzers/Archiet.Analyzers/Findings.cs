using Archiet.Analyzers.Adoption;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers;

/// <summary>The one way in which a rule says what it found, whatever it was looking at: what a project's baseline has becomes a note here.</summary>
internal static class Findings
{
    /// <summary>Reports what was found in an operation.</summary>
    public static void Report(this OperationAnalysisContext context, Diagnostic finding) => context.ReportDiagnostic(Baseline.Judge(finding, context.Options));

    /// <summary>Reports what was found in a piece of syntax.</summary>
    public static void Report(this SyntaxNodeAnalysisContext context, Diagnostic finding) => context.ReportDiagnostic(Baseline.Judge(finding, context.Options));

    /// <summary>Reports what was found in a file of the source.</summary>
    public static void Report(this SyntaxTreeAnalysisContext context, Diagnostic finding) => context.ReportDiagnostic(Baseline.Judge(finding, context.Options));

    /// <summary>Reports what was found in a symbol.</summary>
    public static void Report(this SymbolAnalysisContext context, Diagnostic finding) => context.ReportDiagnostic(Baseline.Judge(finding, context.Options));

    /// <summary>Reports what was found in a file that is no C#.</summary>
    public static void Report(this AdditionalFileAnalysisContext context, Diagnostic finding) => context.ReportDiagnostic(Baseline.Judge(finding, context.Options));

    /// <summary>Reports what only the whole compilation shows.</summary>
    public static void Report(this CompilationAnalysisContext context, Diagnostic finding) => context.ReportDiagnostic(Baseline.Judge(finding, context.Options));
}
