package mycelial.gui;

import java.awt.Color;
import mycelial.market.SignalSource;
import mycelial.message.Topic;

/** The colours of the window. */
final class Palette {
  static final Color BACKGROUND = new Color(0x12171d);
  static final Color TEXT = new Color(0xd7dee6);
  static final Color FAINT_TEXT = new Color(0x93a1af);
  static final Color WARNING = new Color(0xffb454);

  private Palette() {}

  static Color of(Condition condition) {
    return switch (condition) {
      case SILENT -> new Color(0x4d5b69);
      case LISTENING -> new Color(0x5f93c4);
      case SPEAKING -> new Color(0x63d68b);
      case HALTED -> new Color(0xffa033);
      case QUARANTINED -> new Color(0xff4d4d);
      case RETIRED -> new Color(0x2f3842);
    };
  }

  static Color of(Talk talk) {
    return switch (talk) {
      case MARKET -> new Color(0x3f6f99);
      case MOATS -> new Color(0x3fb5b5);
      case VOTES -> new Color(0xb18cff);
      case COUNCIL -> new Color(0xff79c6);
      case SHARING -> new Color(0x8f7a5a);
      case IDEAS -> new Color(0x63d68b);
      case TRADES -> new Color(0xffe066);
      case CONTROL -> new Color(0xff6b57);
    };
  }

  static Color of(SignalSource stream) {
    return switch (stream) {
      case BASELINE -> new Color(0x1f77b4);
      case MYCELIAL -> new Color(0x2ca02c);
      case SYNTHESIZED -> new Color(0xd62728);
      case ACCOUNT -> new Color(0xc9b3e8);
    };
  }

  /** What is said on a channel, as edges and legend tell it. */
  enum Talk {
    MARKET("market data"),
    MOATS("other moats"),
    SHARING("shared rules"),
    VOTES("votes"),
    COUNCIL("confirmations, research"),
    IDEAS("trade ideas"),
    TRADES("fills and trades"),
    CONTROL("control, building");

    private final String words;

    Talk(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    static Talk on(Topic topic) {
      return switch (topic) {
        case MARKET_DATA -> MARKET;
        case REPO_DATA, LOGISTICS_DATA, GOVT_DATA, CORP_DATA -> MOATS;
        case PATTERN_DISCOVERIES -> SHARING;
        case PATTERN_CANDIDATES -> VOTES;
        case PATTERN_CONFIRMED,
            PATTERN_EVIDENCE,
            PATTERN_VALIDATION_REQUEST,
            PATTERN_VALIDATION_RESULT,
            MEMORY_QUERY,
            MEMORY_ANSWER,
            MEMORY_CAUTION ->
            COUNCIL;
        case MYCELIAL_TRADE_IDEAS, BASELINE_TRADE_IDEAS -> IDEAS;
        case TRADE_CONFIRMATIONS, SYNTHESIZED_TRADE_LOG -> TRADES;
        case SYSTEM_CONTROL, SYSTEM_BUILD_REQUEST, PROSPECTING_PROPOSALS -> CONTROL;
      };
    }
  }
}
