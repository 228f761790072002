/** Entry of the office window. */
import '../ui/no-eval.ts';
import { mount } from 'svelte';
import '@fontsource-variable/noto-sans/wght.css';
import '../ui/base.css';
import { startScheme } from '../ui/scheme.svelte.ts';
import App from './App.svelte';
import { OfficeApp } from './office-app.svelte.ts';

startScheme();
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(App, { target, props: { app: new OfficeApp() } });
