package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mycelial.feed.Arrival;
import mycelial.feed.kraken.KrakenException.Kind;
import org.junit.jupiter.api.Test;

class MarketDeskTest {
  private static final String STATUS =
      "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"system\":\"%s\"}]}";

  @Test
  void tellsTheLastChangeOfAQuoteInASecond() {
    Rig rig = Rig.after(100).subscribe().at(1).quotes(99, 101).at(1.2).quotes(100, 102);
    rig.at(1.4).quotes(101, 103).tick();
    assertThat(rig.sink().updates())
        .extracting(update -> update.quote().mid())
        .containsExactly(100.0);
    rig.at(2.1).tick();
    assertThat(rig.sink().updates())
        .extracting(update -> update.quote().mid())
        .containsExactly(100.0, 102.0);
    rig.at(4).quotes(101, 103).tick();
    assertThat(rig.sink().updates()).hasSize(2);
  }

  @Test
  void refusesQuotesThatAreNoPrices() {
    Rig rig = Rig.after(100).subscribe().at(1).quotes(101, 99).at(3).quotes(-1, 99);
    rig.at(5).quotes(0.5, 0.6).at(7).quotes(100, 160).tick();
    assertThat(rig.sink().updates()).isEmpty();
    assertThat(rig.counts().all()).containsEntry("quote rejected", 4L);
  }

  @Test
  void aFrozenFeedBarsEntriesUntilSomethingChanges() {
    Rig rig = Rig.after(100).subscribe();
    for (int second = 1; second <= 31; second++) {
      rig.at(second).streams(0, 101, 5).hears("{\"channel\":\"heartbeat\"}").tick();
    }
    assertThat(rig.sink().access()).isEmpty();
    rig.at(32).streams(0, 101, 5).tick();
    assertThat(rig.sink().access())
        .containsExactly(new Arrival.Access("feed", null, false, "nothing has changed for 31 s"));
    rig.at(40).streams(0, 101.5, 6).tick();
    assertThat(rig.sink().access()).last().extracting(Arrival.Access::entries).isEqualTo(true);
  }

  @Test
  void tellsNoQuietBarsOutOfAFrozenFeed() {
    Rig rig = Rig.after(100).subscribe();
    for (int second = 1; second <= 200; second++) {
      rig.at(second).hears("{\"channel\":\"heartbeat\"}").tick();
    }
    assertThat(rig.told()).isEmpty();
    assertThat(rig.wantsRest()).isTrue();
  }

  @Test
  void aPairThatDoesNotChangeIsBarredAlone() {
    Rig rig = Rig.after(100).at(901).tick();
    assertThat(rig.sink().access())
        .anyMatch(access -> Rig.PAIR.equals(access.pair()) && access.cause().equals("feed"));
    rig.quotes(99, 101).tick();
    assertThat(rig.sink().access())
        .anyMatch(access -> Rig.PAIR.equals(access.pair()) && access.entries());
  }

  @Test
  void aMarketModeBarsEntriesAndIsSaidOnce() {
    Rig rig = Rig.after(100).subscribe();
    for (String mode : List.of("maintenance", "cancel_only", "post_only", "limit_only")) {
      rig.hears(String.format(STATUS, mode)).hears(String.format(STATUS, mode));
      assertThat(rig.sink().access()).last().extracting(Arrival.Access::entries).isEqualTo(false);
      rig.hears(String.format(STATUS, "online"));
    }
    assertThat(rig.sink().access()).hasSize(8);
    assertThat(rig.sink().access()).allMatch(access -> access.cause().equals("exchange"));
  }

  @Test
  void aDelistedPairIsBarredAndComesBack() {
    Rig rig = Rig.after(100);
    rig.desk().listings(new KrakenPairs(List.of(), Map.of(Rig.PAIR, "gone")));
    assertThat(rig.sink().access())
        .containsExactly(
            new Arrival.Access("exchange", Rig.PAIR, false, "Kraken lists the pair no longer"));
    rig.desk().listings(new KrakenPairs(List.of(Rig.listing()), Map.of()));
    assertThat(rig.sink().access()).last().extracting(Arrival.Access::entries).isEqualTo(true);
  }

  @Test
  void bothSourcesAwayBarEntries() {
    Rig rig = Rig.after(100).at(1).quotes(99, 101);
    rig.desk().streamClosed("gone");
    var refused = new KrakenException(Kind.REFUSED, "nobody listens");
    rig.desk().restFailed(refused);
    rig.desk().restFailed(refused);
    rig.tick();
    assertThat(rig.sink().access()).isEmpty();
    rig.desk().restFailed(refused);
    rig.tick();
    assertThat(rig.sink().access())
        .containsExactly(
            new Arrival.Access("feed", null, false, "web socket: gone; REST: nobody listens"));
    rig.rests(-1, Rig.row(-1, 100, 1)).tick();
    assertThat(rig.sink().access()).last().extracting(Arrival.Access::entries).isEqualTo(true);
  }

  @Test
  void aLockoutIsSaidOnceAndLifted() {
    Rig rig = Rig.after(100);
    rig.desk().lockedUntil(Rig.START + 900.0);
    rig.desk().lockedUntil(Rig.START + 900.0);
    assertThat(rig.sink().access()).hasSize(1);
    rig.at(901).desk().lockedUntil(Rig.START + 900.0);
    assertThat(rig.sink().access()).hasSize(2);
  }
}
