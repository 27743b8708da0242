package io.mortise.sandbox.internal.world;

/**
 * A device of a company, with the facts as an agent on it reads them.
 *
 * @param kind workstation, laptop, server, switch, firewall, printer or access-point
 * @param serial as the firmware says it, which may be junk or empty
 * @param person index of the company's person who uses it, or -1
 * @param daysOld since it was bought
 * @param twiceAt a system that holds it twice: itglue, bms, vsa or empty
 * @param knowsAgent whether the BMS asset carries the id of the VSA agent
 * @param sloppy whether the hand-made records of it spell serial, address or name their own way
 */
public record Machine(
        String name,
        String kind,
        String maker,
        String makerShort,
        String model,
        String serial,
        String mac,
        String ip,
        String os,
        String assetTag,
        int site,
        int person,
        int daysOld,
        boolean inItGlue,
        boolean inBms,
        boolean inVsa,
        String twiceAt,
        boolean knowsAgent,
        boolean sloppy) {

    /** The system without its edition, such as Windows Server 2022. */
    public String osKind() {
        int edition = os.lastIndexOf(' ');
        return edition < 0 ? os : os.substring(0, edition);
    }

    public boolean computer() {
        return kind.equals("workstation") || kind.equals("laptop") || kind.equals("server");
    }
}
