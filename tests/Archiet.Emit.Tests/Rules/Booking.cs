using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Emit.Tests;

/// <summary>A genome with rules of every kind, a lifecycle with guards and sets, computed and write-once fields.</summary>
internal static class Booking
{
    public const string Text = """
        genome: "1.0"
        app: { name: Booking, namespace: Booking, description: Rooms and hours. }
        tenancy: { tenant: House }
        roles: { keeper: Keeps the book., guest: Asks for hours., porter: Agrees to what is asked., bell: Rings when it is over. }
        enums:
          Status:
            members:
              asked: Not yet agreed.
              agreed: { description: Agreed upon., stored: AGREED }
              over: It has been.
              off: It will not be.
        values:
          Price: { fields: { amount: { type: "decimal(8,2)", required: true }, note: { type: string, max: 40 } } }
        types:
          Code: { base: string, max: 8, pattern: "[A-Z]{2}[0-9]*", example: AB12 }
        entities:
          House:
            fields: { name: { type: string, max: 40, required: true, example: House }, opensAt: { type: timestamp, required: true, default: "2020-01-01T00:00:00Z" } }
          Person:
            member: true
            plural: People
            fields: { name: { type: string, max: 40, required: true, example: Ann }, isActive: { type: bool, required: true, default: true } }
          Hour:
            fields:
              code:      { type: Code, required: true, writeOnce: true, description: What is printed on the ticket. }
              origin:    { type: Price, writeOnce: true }
              person:    { type: Person, required: true }
              startsAt:  { type: timestamp, required: true }
              endsAt:    { type: timestamp }
              status:    { type: Status }
              agreedAt:  { type: timestamp }
              agreedBy:  { type: Person }
              times:     { type: int, required: true, default: 0 }
              net:       { type: "decimal(8,2)", required: true, default: 0 }
              tax:       { type: "decimal(8,2)" }
              gross:     { type: "decimal(9,2)", computed: this.net + this.tax, stored: true }
              isLong:    { type: bool, computed: "this.endsAt - this.startsAt > duration('PT2H')" }
              personName: { type: text, computed: this.person.name }
              isPrimary: { type: bool, required: true, default: false }
              note:      { type: text }
              changedAt: { type: timestamp, onUpdate: now() }
              changedBy: { type: Person, onUpdate: user }
              extras:    { type: Extra, owned: true }
            unique:
              perPerson: { fields: [person], where: this.isPrimary, message: A person has one primary hour. }
            rules:
              endsAfterStart: { check: this.endsAt > this.startsAt, message: An hour ends after it starts. }
              taxOfNet:       { check: "this.tax == null || this.tax <= this.net", message: "No more \"tax\" than net, it's the law." }
              priceFits:      { check: this.origin.amount <= this.net, message: The price fits. }
              grossIsSmall:   { check: this.gross < 5000, message: Gross is small. }
              bookedAhead:    { check: this.startsAt > now(), message: An hour is booked ahead. }
              personIsActive: { check: this.person.isActive, message: The person is active. }
              afterOpening:   { check: this.startsAt >= tenant.opensAt, message: The house is open. }
              fewExtras:      { check: "this.extras.sum(x, x.amount) <= this.net", message: Extras cost no more than the hour. }
              noDoubleBooking: { noOverlap: { key: [person], from: startsAt, to: endsAt, where: this.status != 'off' }, message: The person is taken. }
            lifecycle:
              field: status
              initial: asked
              transitions:
                agree: { from: asked, to: agreed, description: Both sides say yes., when: this.startsAt > now() && this.note != 'never', message: It cannot be agreed., sets: { agreedAt: now(), agreedBy: user, times: this.times + 1 } }
                end:   { from: agreed, to: over, when: this.person.isActive, message: The person is gone. }
                callOff: { from: [asked, agreed], to: off, sets: { agreedAt: null } }
          Extra:
            fields: { name: { type: string, max: 20, required: true }, amount: { type: "decimal(8,2)", required: true } }
        capabilities:
          keep:
            to: [keeper]
            allow:
              House: [list, read, update]
              Person: [list, read, create, update, delete]
              Hour: [list, read, create, update, delete, agree, end, callOff]
          open:
            to: [porter]
            allow: { Hour: { do: [read, agree], where: this.status == 'asked', fields: [code, person, startsAt] } }
          ring:
            to: [bell]
            allow: { Hour: { do: [read, end], fields: [startsAt] } }
          ask:
            to: [guest]
            allow: { Hour: [list, read, create, callOff] }
        """;

    public static BoundGenome Genome { get; } = Bind();

    private static BoundGenome Bind()
    {
        var compiled = GenomeFrontEnd.Compile([new GenomeFile("booking.genome.yaml", Text)]);
        return compiled.Genome ?? throw new InvalidOperationException(string.Join('\n', compiled.Diagnostics.Select(diagnostic => $"{diagnostic.Span.Line}:{diagnostic.Span.Column} {diagnostic.Message}")));
    }
}
