/** How V8 runs the product; comes before its code. docs/performance.md has what each flag brought. */
import { setFlagsFromString } from 'node:v8'

// By its defaults V8 optimises the embedded database's code after moments of use, which takes a command longer than the command.
setFlagsFromString('--wasm-tiering-budget=100000000')
// What lives long while the product starts V8 would from then on put among the old objects at once. There it outlives its request, keeps all that
// it refers to alive until the old objects are looked through, and so every collection of the young ones has that much more to move.
setFlagsFromString('--no-allocation-site-pretenuring')
