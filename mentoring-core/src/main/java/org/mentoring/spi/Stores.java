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
    UnitOfWork work) {}
