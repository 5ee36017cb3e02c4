package mycelial.colony;

import mycelial.agent.AgentIdentity;
import mycelial.agent.keeper.KeeperSettings;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.config.MemorySettings;
import mycelial.memory.CautionSettings;
import mycelial.memory.Memory;
import mycelial.memory.MemorySnapshot;
import mycelial.memory.RecallSettings;

/** Makes the colony's memory as it is configured. */
public final class KeeperFactory {
  private KeeperFactory() {}

  /**
   * @param past what it remembers at the start
   */
  static MemoryAgent memory(AgentIdentity identity, MemorySettings settings, MemorySnapshot past) {
    Memory memory = new Memory(settings.capacity());
    memory.restore(past);
    return new MemoryAgent(
        identity,
        memory,
        new KeeperSettings(
            settings.mode() == MemorySettings.Mode.ON, recall(settings), caution(settings)));
  }

  /** When memory speaks up. */
  public static RecallSettings recall(MemorySettings settings) {
    return new RecallSettings(
        settings.neighbours(),
        settings.radius(),
        settings.minimumRecalled(),
        settings.otherPairWeight(),
        settings.lowerShare(),
        settings.refuseShare());
  }

  /** When memory warns. */
  public static CautionSettings caution(MemorySettings settings) {
    MemorySettings.Caution caution = settings.caution();
    return new CautionSettings(caution.minimum(), caution.share(), caution.hours());
  }
}
