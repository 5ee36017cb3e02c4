/**
 * The bus over Redis, and the Redis server that comes with the program; the only package that sees
 * Jedis.
 */
@NullMarked
package mycelial.bus.redis;

import org.jspecify.annotations.NullMarked;
