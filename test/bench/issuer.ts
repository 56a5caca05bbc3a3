/** Who the measured service says it is: no loopback host, so that it runs as in production. */
export const issuer = 'https://bench.example.com'
