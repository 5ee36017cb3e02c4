package mycelial.gui;

import java.awt.Color;
import mycelial.market.SignalSource;
import mycelial.message.Topic;

/** The colours of the window. */
final class Palette {
  static final Color BACKGROUND = new Color(0x10151b);
  static final Color TEXT = new Color(0xd7dee6);
  static final Color FAINT_TEXT = new Color(0x93a1af);
  static final Color WARNING = new Color(0xffb454);
  static final Color GAIN = new Color(0x3fcf8e);
  static final Color LOSS = new Color(0xff6f61);
  static final Color GROUND = new Color(0x171e26);
  static final Color LINE = new Color(0x2a3440);

  private Palette() {}

  static Color of(Condition condition) {
    return switch (condition) {
      case SILENT -> new Color(0x4a5764);
      case WORKING -> new Color(0x7fa6cc);
      case BULLISH -> new Color(0x3fcf8e);
      case BEARISH -> new Color(0xff6f61);
      case HALTED -> new Color(0xffb020);
      case QUARANTINED -> new Color(0xe05cff);
      case RETIRED -> new Color(0x3a444f);
    };
  }

  static Color of(Talk talk) {
    return switch (talk) {
      case MARKET -> new Color(0x5b9bd5);
      case MOATS -> new Color(0x38bdc8);
      case VOTES -> new Color(0xb18cff);
      case COUNCIL -> new Color(0xff79c6);
      case SHARING -> new Color(0xb89a6a);
      case IDEAS -> new Color(0x9be15d);
      case TRADES -> new Color(0xffe066);
      case CONTROL -> new Color(0xff8a3d);
    };
  }

  /** The colour of money gained or lost. */
  static Color sign(double amount) {
    if (amount == 0) {
      return TEXT;
    }
    return amount > 0 ? GAIN : LOSS;
  }

  /** The same colour, seen through. */
  static Color fade(Color colour, int opacity) {
    int bounded = Math.clamp(opacity, 0, 255);
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), bounded);
  }

  /** As on the web page. */
  static Color of(SignalSource stream) {
    return switch (stream) {
      case BASELINE -> new Color(0x7fa8f8);
      case MYCELIAL -> new Color(0xdca94f);
      case SYNTHESIZED -> new Color(0x4dc6a4);
      case ACCOUNT -> new Color(0xc8a2f2);
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
