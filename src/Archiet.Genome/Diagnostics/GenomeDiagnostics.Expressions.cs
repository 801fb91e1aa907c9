namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether an expression can be read, and means something.

    /// <summary>An expression that cannot be read.</summary>
    public static GenomeDiagnosticDescriptor ExpressionSyntax { get; } = Error(
        "ARC0200", "An expression that cannot be read", "The expression cannot be read here: {0}.");

    /// <summary>A text in an expression that is not closed.</summary>
    public static GenomeDiagnosticDescriptor UnclosedText { get; } = Error(
        "ARC0201", "A text in an expression that is not closed", "The text that begins here is not closed; end it with {0} on the same line.");

    /// <summary>An escape that does not exist.</summary>
    public static GenomeDiagnosticDescriptor InvalidEscape { get; } = Error(
        "ARC0202", "An escape that does not exist", "'{0}' is no escape; write '\\\\' for a backslash, or put 'r' before the text, as in r'[0-9]\\.[0-9]'.");

    /// <summary>An expression that is too large.</summary>
    public static GenomeDiagnosticDescriptor ExpressionTooLarge { get; } = Error(
        "ARC0203", "An expression that is too large", "The expression has more than {0}; keep it {1}, and say the rest in another rule or field.");

    /// <summary>An operator of another language.</summary>
    public static GenomeDiagnosticDescriptor ForeignOperator { get; } = Error(
        "ARC0204", "An operator of another language", "'{0}' is no operator of expressions; write {1} instead.");

    /// <summary>A name that an expression does not know.</summary>
    public static GenomeDiagnosticDescriptor UnknownName { get; } = Error(
        "ARC0205", "A name that an expression does not know", "'{0}' is not known here{1}");

    /// <summary>A field that the row of an expression does not have.</summary>
    public static GenomeDiagnosticDescriptor UnknownFieldOfRow { get; } = Error(
        "ARC0206", "A field that the row of an expression does not have", "{0} has no field '{1}'{2}");

    /// <summary>A function that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownFunction { get; } = Error(
        "ARC0207", "A function that does not exist", "There is no function '{0}'{1}");

    /// <summary>A function with too few or too many arguments.</summary>
    public static GenomeDiagnosticDescriptor ArgumentCount { get; } = Error(
        "ARC0208", "A function with too few or too many arguments", "'{0}' takes {1}, and {2} stand here.");

    /// <summary>A value of another type than an operator or function takes.</summary>
    public static GenomeDiagnosticDescriptor OperandType { get; } = Error(
        "ARC0209", "A value of another type than an operator or function takes", "'{0}' takes {1}, and not {2}.");

    /// <summary>Two values that cannot be compared or put together.</summary>
    public static GenomeDiagnosticDescriptor OperandMismatch { get; } = Error(
        "ARC0210", "Two values that cannot be compared or put together", "'{0}' does not go with {1} on one side and {2} on the other{3}.");

    /// <summary>An expression of another type than is needed.</summary>
    public static GenomeDiagnosticDescriptor ResultType { get; } = Error(
        "ARC0211", "An expression of another type than is needed", "{0} is needed here, and this is {1}.");

    /// <summary>Something that is not available where the expression stands.</summary>
    public static GenomeDiagnosticDescriptor NotAvailable { get; } = Error(
        "ARC0212", "Something that is not available where the expression stands", "{0} speaks of {1}: {2} is not available here.");

    /// <summary>A text that is no member of the enum.</summary>
    public static GenomeDiagnosticDescriptor UnknownEnumText { get; } = Error(
        "ARC0213", "A text that is no member of the enum", "'{0}' is no member of {1}{2}");

    /// <summary>Texts have no order.</summary>
    public static GenomeDiagnosticDescriptor TextOrder { get; } = Error(
        "ARC0214", "Texts have no order", "'{0}' does not compare {1}: the order of texts differs from one collation to another; compare with '==', '!=' or 'in'.");

    /// <summary>Only whole numbers are divided.</summary>
    public static GenomeDiagnosticDescriptor DecimalDivision { get; } = Error(
        "ARC0215", "Only whole numbers are divided", "'{0}' is for whole numbers, because a quotient of decimals has no exact digits; multiply instead, as in 'x * 100 > y'.");

    /// <summary>A number with too many digits.</summary>
    public static GenomeDiagnosticDescriptor TooManyDigits { get; } = Error(
        "ARC0216", "A number with too many digits", "The number could have {0} digits, and 28 are kept exactly; reckon with smaller numbers.");

    /// <summary>null is only compared.</summary>
    public static GenomeDiagnosticDescriptor NullOperand { get; } = Error(
        "ARC0217", "null is only compared", "'null' stands beside '==' and '!=' only, which ask whether the other value is missing.");

    /// <summary>A text that is no date, time or duration.</summary>
    public static GenomeDiagnosticDescriptor InvalidLiteral { get; } = Error(
        "ARC0218", "A text that is no date, time or duration", "'{0}' takes a text between quotes that is {1}.");

    /// <summary>A value that can only be asked whether it is missing.</summary>
    public static GenomeDiagnosticDescriptor OpaqueValue { get; } = Error(
        "ARC0219", "A value that can only be asked whether it is missing", "{0} can only be compared with null{1}.");

    /// <summary>A question about children that cannot be asked.</summary>
    public static GenomeDiagnosticDescriptor ChildrenMisused { get; } = Error(
        "ARC0220", "A question about children that cannot be asked", "'{0}' {1}.");

    /// <summary>A field that expressions cannot read.</summary>
    public static GenomeDiagnosticDescriptor UnreadableField { get; } = Error(
        "ARC0221", "A field that expressions cannot read", "'{0}' cannot be read by {1}: {2}.");

    /// <summary>A value that may be missing where one is required.</summary>
    public static GenomeDiagnosticDescriptor MayBeMissing { get; } = Error(
        "ARC0222", "A value that may be missing where one is required", "The field '{0}' is required, and this may be missing; make the field optional, or say what it is otherwise, as in 'x == null ? y : x'.");

    /// <summary>A number with more digits after the point than its field.</summary>
    public static GenomeDiagnosticDescriptor WouldBeRounded { get; } = Error(
        "ARC0223", "A number with more digits after the point than its field", "The field '{0}' keeps {1} digits after the point, and this may have {2}; give the field a scale of {2}.");

    /// <summary>A division by zero.</summary>
    public static GenomeDiagnosticDescriptor DivisionByZero { get; } = Error(
        "ARC0224", "A division by zero", "'{0}' by zero has no result; write another number.");
}
