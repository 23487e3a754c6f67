package org.mentoring.spi;

/**
 * All stores of a running programme, and the unit of work that spans them.
 *
 * @param participants people and organisations with their histories
 * @param proposals match proposals
 * @param selectionEvents mentor selection events
 * @param mentorships mentorships
 * @param activities the record of activities
 * @param incidents incidents
 * @param waivers waivers
 * @param decisions stored decisions and what was known of whom
 * @param commands the commands that were given
 * @param journal the record of what happened
 * @param outbox events for other systems
 * @param places the places of mentors
 * @param identities who is registered
 * @param erasures whose data was erased
 * @param programmes the definitions that the programme has run under
 * @param work carries out commands as a whole
 */
public record Stores(
    Participants participants,
    Proposals proposals,
    SelectionEvents selectionEvents,
    Mentorships mentorships,
    Activities activities,
    Incidents incidents,
    Waivers waivers,
    Decisions decisions,
    Commands commands,
    Journal journal,
    Outbox outbox,
    Places places,
    Identities identities,
    Erasures erasures,
    Programmes programmes,
    UnitOfWork work) {}
