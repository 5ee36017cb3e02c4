package mycelial.config;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a live session's moat signals come from.
 *
 * @param contact how the operator can be reached, which the SEC demands of callers; empty for none
 * @param deadlineSeconds for each call, seconds on the wall
 * @param github commits of repositories, by language
 * @param portWatch what passes chokepoints, by region
 * @param portWatchStaleDays age of PortWatch's newest day from which on its regions are missing
 * @param federalRegister documents of agencies, by region
 * @param edgar filings of companies, by sector
 */
public record LiveMoatSettings(
    String contact,
    int deadlineSeconds,
    Feed github,
    Feed portWatch,
    int portWatchStaleDays,
    Feed federalRegister,
    Feed edgar) {
  private static final MembersKind REPOSITORY =
      new MembersKind(Pattern.compile("[A-Za-z0-9-]{1,39}/[A-Za-z0-9._-]{1,100}"), "owner/name");
  private static final MembersKind CHOKEPOINT =
      new MembersKind(Pattern.compile("[a-z]{1,20}[0-9]{1,5}"), "chokepoint2");
  private static final MembersKind AGENCY =
      new MembersKind(Pattern.compile("[a-z0-9-]{1,100}"), "securities-and-exchange-commission");
  private static final MembersKind COMPANY =
      new MembersKind(Pattern.compile("[0-9]{10}"), "a CIK of ten digits such as 0001679788");

  /**
   * One source.
   *
   * @param url where its paths begin
   * @param everyMinutes how often each member is asked about, minutes
   * @param historyDays how far back it is read at first, days
   * @param members what it is asked about, and the name of the target that each belongs to
   */
  public record Feed(
      String url, int everyMinutes, int historyDays, SortedMap<String, String> members) {}

  static LiveMoatSettings read(Section in) {
    Section portWatch = in.section("portwatch");
    return new LiveMoatSettings(
        in.contact("contact"),
        in.integer("deadline-seconds", 20, 1, 300),
        read(
            in.section("github"),
            new Feed("https://api.github.com", 60, 7, repositories()),
            "repositories",
            REPOSITORY),
        read(
            portWatch,
            new Feed(
                "https://services9.arcgis.com/weJ1QsnbMYJlCHdG/arcgis/rest/services/"
                    + "Daily_Chokepoints_Data/FeatureServer/0",
                360,
                120,
                table("chokepoint1", "Europe", "chokepoint2", "US-West")),
            "chokepoints",
            CHOKEPOINT),
        portWatch.integer("stale-days", 21, 1, 366),
        read(
            in.section("federal-register"),
            new Feed("https://www.federalregister.gov/api/v1", 60, 30, agencies()),
            "agencies",
            AGENCY),
        read(
            in.section("edgar"),
            new Feed("https://data.sec.gov", 10, 365, companies()),
            "companies",
            COMPANY));
  }

  private static Feed read(Section in, Feed fallback, String members, MembersKind kind) {
    String url = in.url("url", fallback.url(), "http", "https");
    return new Feed(
        url,
        in.integer("every-minutes", fallback.everyMinutes(), 1, 1440),
        in.integer("history-days", fallback.historyDays(), 1, 366),
        in.members(members, fallback.members(), kind));
  }

  private static SortedMap<String, String> repositories() {
    return table(
        "bitcoin/bitcoin", "C++",
        "dogecoin/dogecoin", "C++",
        "stellar/stellar-core", "C++",
        "ethereum/go-ethereum", "Go",
        "smartcontractkit/chainlink", "Go",
        "cosmos/cosmos-sdk", "Go",
        "algorand/go-algorand", "Go",
        "filecoin-project/lotus", "Go",
        "anza-xyz/agave", "Rust",
        "paritytech/polkadot-sdk", "Rust",
        "near/nearcore", "Rust",
        "IntersectMBO/cardano-node", "Haskell",
        "tronprotocol/java-tron", "Java",
        "Uniswap/v4-core", "Solidity",
        "aave-dao/aave-v3-origin", "Solidity",
        "ethereum/execution-specs", "Python",
        "vyperlang/vyper", "Python",
        "freqtrade/freqtrade", "Python");
  }

  private static SortedMap<String, String> agencies() {
    return table(
        "securities-and-exchange-commission", "US-Federal",
        "commodity-futures-trading-commission", "US-Federal",
        "federal-reserve-system", "US-Federal",
        "treasury-department", "US-Federal");
  }

  private static SortedMap<String, String> companies() {
    return table(
        "0001050446", "Tech",
        "0001679788", "Tech",
        "0001507605", "Tech",
        "0001167419", "Tech",
        "0001783879", "Tech");
  }

  private static SortedMap<String, String> table(String... namesAndTargets) {
    SortedMap<String, String> table = new TreeMap<>();
    for (int i = 0; i < namesAndTargets.length; i += 2) {
      table.put(namesAndTargets[i], namesAndTargets[i + 1]);
    }
    return table;
  }
}
