package mycelial.agent.keeper;

import mycelial.memory.CautionSettings;
import mycelial.memory.RecallSettings;

/**
 * How the keeper behaves.
 *
 * @param speaks whether it says what it knows; otherwise it only records
 * @param recall when it speaks up about a licence
 * @param caution when it warns of a state
 */
public record KeeperSettings(boolean speaks, RecallSettings recall, CautionSettings caution) {}
