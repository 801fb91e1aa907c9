using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Archiet.Draft.Prose;

/// <summary>
/// Sentences that speak to the one who drafts in place of saying what the business needs. Such a sentence becomes a question and is evidence of nothing. The patterns ask for
/// words that requirements do not need: "return only open orders" is one, "respond only with JSON" is none.
/// </summary>
public static partial class SuspectSentences
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>Whether a sentence is one.</summary>
    public static bool IsSuspect(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var text = Visible(sentence);
        return Ignoring().IsMatch(text) || Addressing().IsMatch(text) || Prompting().IsMatch(text) || Answering().IsMatch(text) || Reading().IsMatch(text) || Foreign().IsMatch(text);
    }

    /// <summary>A text without the characters that nobody sees, by which words are cut to hide them, with plain blanks and quotes.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                visible.Append(char.IsWhiteSpace(letter) ? ' ' : letter == '’' ? '\'' : letter);
            }
        }
        return visible.ToString();
    }

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|neglect|skip)\b (all |any |every |everything |of |the |these |those |your |my |our )*((previous|prior|above|earlier|preceding|foregoing|former|other|system|original) )*(instructions?|prompts?|directives?)\b"
        + @"|\b(ignore|disregard|forget) (all |everything |anything |what |the |that |was |is |you |i |have |been |were |told )*(above|before|previously|earlier|so far)\b"
        + @"|\b(override|bypass|disobey|violate) (all |any |the |your )*(previous|prior|system|original|safety) (instructions?|prompts?|guidelines?|directives?)\b",
        Options)]
    private static partial Regex Ignoring();

    [GeneratedRegex(
        @"\byou are (now |actually |really |henceforth )*(an? |the |my )*(\w+ )?(ai|a\.i\.|llm|gpt|chatbot|language model|large language model|ai assistant|drafting assistant|code generator)\b"
        + @"|\byou are (now |henceforth )*in (an? |the )?(\w+ )?(developer|debug|god|admin|unrestricted|jailbreak|dan|root|sudo) mode\b"
        + @"|\b(as|being) an? (ai|large)? ?language model\b"
        + @"|\b(pretend|act as if|behave as if|imagine) (that )?(to be|you are|you're|you were)\b"
        + @"|\bfrom now on,? (you|always (answer|respond|reply|output))\b"
        + @"|\byou (must|should|will|shall|may) (now |always |never )*(ignore|disregard|obey|not ask|only (output|answer|reply|respond))\b"
        + @"|\b(dear|attention|note to|hey|hello) (the )?(ai|llm|model|assistant|chatbot|language model|drafter)\b",
        Options)]
    private static partial Regex Addressing();

    [GeneratedRegex(
        @"\b(reveal|print|repeat|show|output|leak|expose|disclose|display|return|send) (me |us |back )?(the |your |all )*(system|developer|hidden|initial|original|above) (prompt|message|instructions?)\b"
        + @"|\byour (system prompt|system message|hidden instructions|initial instructions|training data|context window|guidelines and)\b"
        + @"|^ ?[#\[<(*]* ?(new|updated|revised|real|hidden|system|assistant|developer) (prompt|message|instructions?)[\])>]?:"
        + @"|<\|?(im_start|im_end|endoftext|system|assistant)\|?>|\[/?inst\]|<<sys>>|^#+ instruction:|\bend of (the )?(system )?prompt\b",
        Options)]
    private static partial Regex Prompting();

    [GeneratedRegex(
        @"^ ?(please |now |then |always |just |and )*(output|respond|reply|answer)( with| in)? (only|nothing but|exclusively|nothing else)\b"
        + @"|\b(output|respond|reply|answer)( only)? with (only|nothing but|exclusively|valid json|the word|the single word|the following (json|yaml|text))\b"
        + @"|\bdo(n't| not) (ask|raise|write|generate|emit) (me |us |any |the |a |further |more |clarifying |follow-up |open |additional )*questions?\b"
        + @"|\b(write|raise|add|include|generate|emit|put) no (further |more |open |clarifying )*questions?\b"
        + @"|\b(remove|delete|drop|omit|leave out|without) (the |line |key |word )*'?status: ?draft\b"
        + @"|\b(reviewer|human|person) (has|have) already (answered|approved|confirmed|reviewed) (all|every|each|everything|the draft)\b"
        + @"|\bno (further |clarifying |follow-up )*questions? (are |is )?(needed|necessary|required|allowed|should be asked)\b"
        + @"|\bdo(n't| not) (follow|obey|mention|reveal|disclose|tell anyone about) (the |your |these |those |this )*(schema|instructions?|prompt|injection)\b",
        Options)]
    private static partial Regex Answering();

    [GeneratedRegex(
        @"\b(if|when|whoever|anyone|while) (you |you're |are |is |an? |the |ai |llm |model |assistant )*(read|reads|reading|process|processing|parse|parsing|draft|drafting|analy[sz]e|analy[sz]ing|summari[sz]e|summari[sz]ing) (from )?this (document|text|file|prompt|prd|message)\b"
        + @"|\b(ai|llm|model|assistant|chatbot|language model|drafter)s? (that |who |which |is |are |currently )*(reading|reads|read|processing|parsing|drafting from|analy[sz]ing) this\b"
        + @"|\b(jailbreak|prompt injection payload|do anything now)\b",
        Options)]
    private static partial Regex Reading();

    [GeneratedRegex(
        @"\b(ignoriere|missachte|vergiss) (alle |die |deine |s.mtliche )*(vorherigen|obigen|bisherigen|fr.heren) (anweisungen|instruktionen|befehle)\b"
        + @"|\b(ignore|ignorez|oublie|oubliez) (toutes |les |vos |tes )*(instructions|consignes) (pr.c.dentes|ci-dessus)"
        + @"|\b(ignora|olvida|ignore) (todas |las |tus )*instrucciones (anteriores|previas)\b"
        + @"|\b(ignora|dimentica) (tutte |le |tue )*istruzioni (precedenti)\b",
        Options)]
    private static partial Regex Foreign();
}
