package mycelial.colony;

import mycelial.agent.AgentIdentity;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.config.MemorySettings;
import mycelial.memory.Memory;
import mycelial.memory.RecallSettings;

/** Makes the colony's memory as it is configured. */
public final class KeeperFactory {
  private KeeperFactory() {}

  static MemoryAgent memory(AgentIdentity identity, MemorySettings settings) {
    return new MemoryAgent(identity, new Memory(settings.capacity()), recall(settings));
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
}
